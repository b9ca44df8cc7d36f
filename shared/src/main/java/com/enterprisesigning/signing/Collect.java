package com.enterprisesigning.signing;

import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.Signings.Claimed;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The /collect call ({@code docs/architecture.md#collect}). Of many polls, only one asks BankID;
 * the others are answered from the table. If BankID does not answer, that is not an error: the last
 * known state is returned, and the next poll asks again.
 */
final class Collect {
  private final Signings signings;
  private final Settlement settlement;
  private final Timing timing;
  private final Clock clock;

  Collect(Signings signings, Settlement settlement, Timing timing, Clock clock) {
    this.signings = signings;
    this.settlement = settlement;
    this.timing = timing;
    this.clock = clock;
  }

  Outcome<Signing> collect(String client, UUID participantId, Deadline deadline) {
    return switch (signings.claim(
        participantId, client, clock.instant(), timing.collectInterval())) {
      case Claimed.Unknown() -> Outcome.refused(Reason.PARTICIPANT_NOT_FOUND);
      case Claimed.Lost(Signing signing) -> answer(signing);
      case Claimed.Won(Signing signing) -> ask(signing, deadline);
    };
  }

  private Outcome<Signing> ask(Signing signing, Deadline deadline) {
    Order order = signing.order().orElseThrow();
    OrderResult settled = settlement.settle(signing.personKey(), order, deadline);
    return switch (settled) {
      case OrderResult.Live(HintCode hint) -> live(signing, order, hint);
      case OrderResult.Failed(HintCode hint) ->
          answer(signing.standing(SigningStatus.FAILED, Optional.of(hint), Optional.empty()));
      case OrderResult.Signed(Instant signedAt) ->
          answer(signing.standing(SigningStatus.COMPLETE, Optional.empty(), Optional.of(signedAt)));
      case OrderResult.Errored() ->
          answer(signing.standing(SigningStatus.COLLECT_ERROR, Optional.empty(), Optional.empty()));
      case OrderResult.Missing missing -> answer(signing);
      case OrderResult.Undecided undecided -> answer(signing);
      case OrderResult.Kept kept -> answer(signing);
      case OrderResult.Superseded() -> reread(signing);
    };
  }

  private Outcome<Signing> live(Signing signing, Order order, HintCode hint) {
    boolean isKnown =
        signing.status() == SigningStatus.PENDING
            && signing.hint().equals(Optional.of(hint))
            && signing.missingSince().isEmpty();
    if (isKnown || signings.pend(order.participantId(), order.token(), hint)) {
      return answer(signing.standing(SigningStatus.PENDING, Optional.of(hint), Optional.empty()));
    }
    return reread(signing);
  }

  private Outcome<Signing> reread(Signing signing) {
    return answer(signings.signing(signing.participantId()).orElse(signing));
  }

  private static Outcome<Signing> answer(Signing signing) {
    return signing.status() == SigningStatus.CREATED
        ? Outcome.refused(Reason.SIGNING_NOT_STARTED)
        : Outcome.answered(signing);
  }
}
