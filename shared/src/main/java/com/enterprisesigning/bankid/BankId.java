package com.enterprisesigning.bankid;

import java.time.Duration;
import java.util.Optional;

/**
 * BankID's relying-party API, as the protocols use it. Every call ends within its own time-out, and
 * every fault is an answer, never an exception: what BankID's silence means is for the protocol to
 * decide.
 */
public interface BankId {

  /** Creates an order: {@code /sign} or {@code /phone/sign}. */
  Created create(OrderRequest request);

  /** {@code /collect}. A completed order is handed out once. */
  Collected collect(String orderRef);

  /** {@code /cancel}. */
  Cancelled cancel(String orderRef);

  /** What BankID says to a create. */
  sealed interface Created {
    /** The order runs. {@code launch} is absent for a phone order. */
    record Order(String orderRef, Optional<Launch> launch) implements Created {}

    /** The person has an order already: BankID has ended it, and made none. */
    record AlreadyInProgress() implements Created {}

    /** No order was made. */
    record Refused(Fault fault) implements Created {}

    /** The answer did not come: the order may exist. */
    record NoAnswer() implements Created {}
  }

  /** What BankID says to a collect. */
  sealed interface Collected {
    record Pending(HintCode hint) implements Collected {}

    record Failed(HintCode hint) implements Collected {}

    record Complete(Completion completion) implements Collected {}

    /** {@code invalidParameters}: BankID does not know the order, or has handed it out (F4). */
    record NoSuchOrder() implements Collected {}

    /** Nothing is known of the order. */
    record NoAnswer(Fault fault) implements Collected {}
  }

  /** What BankID says to a cancel. */
  sealed interface Cancelled {
    record Done() implements Cancelled {}

    /** {@code invalidParameters}: the order has ended, was never made, or was cancelled before. */
    record NoSuchOrder() implements Cancelled {}

    /** Nothing is known of the order. */
    record NoAnswer(Fault fault) implements Cancelled {}
  }

  /** BankID did not do what was asked. */
  sealed interface Fault {
    /** 429, 503, no connection, or no answer to a collect or cancel: try again. */
    record Unavailable(Duration retryAfter) implements Fault {}

    /** Any other error. */
    record Unexpected() implements Fault {}
  }
}
