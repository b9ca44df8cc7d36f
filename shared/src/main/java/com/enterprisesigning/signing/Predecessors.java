package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.conflict.Order;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Rule F7: whoever takes a person's guard first ends the orders that were left unended: the one
 * that the guard names, and the unsettled attempt of the starter's own participant.
 */
final class Predecessors {
  private final BankId bankId;
  private final Signings signings;
  private final Settlement settlement;
  private final Clock clock;

  Predecessors(BankId bankId, Signings signings, Settlement settlement, Clock clock) {
    this.bankId = bankId;
    this.signings = signings;
    this.settlement = settlement;
    this.clock = clock;
  }

  /** What ending them came to. */
  sealed interface Result {}

  /** Nothing of this person runs any more. */
  record Ended() implements Result {}

  /** It could not be told; the guard is to be put back as it was found. */
  record Unended(Refusal refusal) implements Result {}

  /** The starter's own participant has signed by the earlier order. */
  record HasSigned() implements Result {}

  Result end(Participant starter, Optional<Guard> before) {
    PersonKey person = starter.details().personKey();
    Optional<Order> own =
        starter.signing().status().isUnsettled() ? starter.signing().order() : Optional.empty();
    Optional<Order> named =
        before
            .flatMap(Guard::order)
            .filter(order -> !order.participantId().equals(starter.details().participantId()));
    Result result = named.map(this::endAnother).orElseGet(Ended::new);
    return switch (result) {
      case Ended ended -> own.map(order -> endOwn(person, order)).orElse(ended);
      case Unended unended -> unended;
      case HasSigned hasSigned -> hasSigned;
    };
  }

  /** One that is not live any more, or was killed: its own participant's calls settle the rest. */
  private Result endAnother(Order order) {
    return switch (bankId.cancel(order.orderRef())) {
      case BankId.Cancelled.Done() -> {
        signings.fail(order.participantId(), order.token(), HintCode.CANCELLED);
        yield new Ended();
      }
      case BankId.Cancelled.NoSuchOrder() -> new Ended();
      case BankId.Cancelled.NoAnswer(BankId.Fault fault) ->
          new Unended(Refusals.bankId(fault, clock.instant()));
    };
  }

  private Result endOwn(PersonKey person, Order order) {
    return switch (settlement.end(person, order, AfterEnd.CALLER_FREES)) {
      case Settled.Signed signed -> new HasSigned();
      case Settled.Missing(Instant believedFrom) ->
          new Unended(Refusal.until(Reason.RFA4_SIGNING_IN_PROGRESS, believedFrom));
      case Settled.Undecided(BankId.Fault fault) ->
          new Unended(Refusals.bankId(fault, clock.instant()));
      case Settled.Live live ->
          new Unended(Refusals.bankId(new BankId.Fault.Unexpected(), clock.instant()));
      case Settled.Failed failed -> new Ended();
      case Settled.Errored errored -> new Ended();
      case Settled.Superseded superseded -> new Ended();
    };
  }
}
