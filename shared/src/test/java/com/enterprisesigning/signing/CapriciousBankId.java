package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.HintCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A BankID that answers with the given whims first, and normally after that. */
final class CapriciousBankId implements BankId {
  /** A possible answer, used if the call allows it. */
  enum Whim {
    AS_IT_SHOULD,
    PENDING,
    PENDING_UNKNOWN,
    FAILED,
    START_FAILED,
    COMPLETE,
    COMPLETE_BUT_EMPTY,
    NO_SUCH_ORDER,
    ALREADY_IN_PROGRESS,
    REFUSED,
    FAILING,
    UNAVAILABLE,
    SILENT
  }

  private final InMemoryBankId steady = new InMemoryBankId();
  private final Queue<Whim> whims;
  private final List<String> signed = new ArrayList<>();

  CapriciousBankId(List<Whim> whims) {
    this.whims = new ArrayDeque<>(whims);
  }

  @Override
  public Created create(OrderRequest request) {
    return switch (next()) {
      case ALREADY_IN_PROGRESS -> new Created.AlreadyInProgress();
      case REFUSED -> new Created.Refused(new Fault.Refused());
      case FAILING -> new Created.Refused(new Fault.Unexpected());
      case UNAVAILABLE -> new Created.Refused(new Fault.Unavailable(Duration.ofSeconds(5)));
      case SILENT -> new Created.NoAnswer();
      default -> steady.create(request);
    };
  }

  @Override
  public Collected collect(String orderRef) {
    return switch (next()) {
      case PENDING -> new Collected.Pending(HintCode.USER_SIGN);
      case PENDING_UNKNOWN -> new Collected.Pending(HintCode.UNKNOWN);
      case FAILED -> new Collected.Failed(HintCode.USER_CANCEL);
      case START_FAILED -> new Collected.Failed(HintCode.START_FAILED);
      case COMPLETE -> {
        signed.add(orderRef);
        yield new Collected.Complete(Samples.completion(orderRef));
      }
      case COMPLETE_BUT_EMPTY -> new Collected.Complete(empty(orderRef));
      case NO_SUCH_ORDER -> new Collected.NoSuchOrder();
      case REFUSED -> new Collected.NoAnswer(new Fault.Refused());
      case FAILING -> new Collected.NoAnswer(new Fault.Unexpected());
      case UNAVAILABLE, SILENT ->
          new Collected.NoAnswer(new Fault.Unavailable(Duration.ofSeconds(5)));
      case AS_IT_SHOULD, ALREADY_IN_PROGRESS -> steady.collect(orderRef);
    };
  }

  @Override
  public Cancelled cancel(String orderRef) {
    return switch (next()) {
      case NO_SUCH_ORDER -> new Cancelled.NoSuchOrder();
      case REFUSED -> new Cancelled.NoAnswer(new Fault.Refused());
      case FAILING -> new Cancelled.NoAnswer(new Fault.Unexpected());
      case UNAVAILABLE, SILENT ->
          new Cancelled.NoAnswer(new Fault.Unavailable(Duration.ofSeconds(5)));
      default -> steady.cancel(orderRef);
    };
  }

  /** Drops the remaining whims: from now on it answers normally. */
  void comesToItsSenses() {
    whims.clear();
  }

  void signTheLast() {
    steady.sign(steady.orders().getLast());
  }

  /** Returns whether it has handed out a completion that verifies. */
  boolean hasHandedOut() {
    return !signed.isEmpty();
  }

  private Whim next() {
    return Optional.ofNullable(whims.poll()).orElse(Whim.AS_IT_SHOULD);
  }

  private static Completion empty(String orderRef) {
    return new Completion(
        "{\"status\":\"complete\"}",
        orderRef,
        new Completion.Signer("", "", "", ""),
        new Completion.Device("", Optional.empty()),
        "",
        "");
  }
}
