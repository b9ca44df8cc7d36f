package com.enterprisesigning.bankid;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Launch;
import java.time.Duration;
import java.util.Optional;

/**
 * BankID's relying-party API, as the protocols use it. Every call ends within its own time-out.
 * Every fault is returned as an answer, never thrown: the protocol decides what BankID's silence
 * means.
 */
public interface BankId {

  /** Creates an order: {@code /sign} or {@code /phone/sign}. */
  Created create(OrderRequest request);

  /** Calls {@code /collect}. BankID hands out a completed order only once. */
  Collected collect(String orderRef);

  /** Calls {@code /cancel}. */
  Cancelled cancel(String orderRef);

  /** BankID's answer to a create. */
  sealed interface Created {
    /** The order is running. {@code launch} is absent for a phone order. */
    record Order(String orderRef, Optional<Launch> launch) implements Created {}

    /** The person already had an order. BankID has ended that order and created none. */
    record AlreadyInProgress() implements Created {}

    /** No order was created. */
    record Refused(Fault fault) implements Created {}

    /** No answer came: the order may exist. */
    record NoAnswer() implements Created {}
  }

  /** BankID's answer to a collect. */
  sealed interface Collected {
    record Pending(HintCode hint) implements Collected {}

    record Failed(HintCode hint) implements Collected {}

    record Complete(Completion completion) implements Collected {}

    /**
     * {@code invalidParameters}: BankID does not recognize the order, or has already handed it out
     * (rule F4).
     */
    record NoSuchOrder() implements Collected {}

    /** Nothing is known about the order. */
    record NoAnswer(Fault fault) implements Collected {}
  }

  /** BankID's answer to a cancel. */
  sealed interface Cancelled {
    record Done() implements Cancelled {}

    /** {@code invalidParameters}: the order has ended, never existed, or was already cancelled. */
    record NoSuchOrder() implements Cancelled {}

    /** Nothing is known about the order. */
    record NoAnswer(Fault fault) implements Cancelled {}
  }

  /** BankID did not do what was asked. */
  sealed interface Fault {
    /** 429, 503, no connection, or no answer to a collect or cancel: the caller may retry. */
    record Unavailable(Duration retryAfter) implements Fault {}

    /** A 4xx, except 408 and 429: BankID would refuse the same request again. */
    record Refused() implements Fault {}

    /** Any other error. */
    record Unexpected() implements Fault {}
  }
}
