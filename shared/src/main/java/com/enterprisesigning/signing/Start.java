package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Launch;
import com.enterprisesigning.domain.Participant;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.Guards.Reserved;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.StoreContended;
import com.enterprisesigning.store.StoreRefused;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The /start and /start/phone calls ({@code docs/architecture.md#start}): read, reserve the
 * person's guard, end earlier orders, create the order, activate it. {@link HeldGuard} answers a
 * start that finds the guard held.
 */
final class Start {
  private final Signings signings;
  private final Guards guards;
  private final HeldGuard heldGuard;
  private final UnfinishedOrders unfinishedOrders;
  private final Activation activation;
  private final BankId bankId;
  private final Audit audit;
  private final Clock clock;
  private final Supplier<UUID> tokens;

  Start(
      Signings signings,
      Guards guards,
      HeldGuard heldGuard,
      UnfinishedOrders unfinishedOrders,
      Activation activation,
      BankId bankId,
      Audit audit,
      Clock clock,
      Supplier<UUID> tokens) {
    this.signings = signings;
    this.guards = guards;
    this.heldGuard = heldGuard;
    this.unfinishedOrders = unfinishedOrders;
    this.activation = activation;
    this.bankId = bankId;
    this.audit = audit;
    this.clock = clock;
    this.tokens = tokens;
  }

  Outcome<Signing> start(StartRequest request, Deadline deadline) {
    UUID token = tokens.get();
    Optional<Participant> participant = Optional.empty();
    Round round = new Round.Again();
    for (int lost = 0; !(round instanceof Round.Over) && mayTry(lost, deadline); lost++) {
      if (round instanceof Round.Again) {
        participant = participant(request);
      }
      round =
          participant.isPresent()
              ? next(round, request, participant.get(), token, deadline)
              : Round.refused(Refusal.of(Reason.PARTICIPANT_NOT_FOUND));
    }
    Outcome<Signing> outcome =
        round instanceof Round.Over(Outcome<Signing> over)
            ? over
            : Outcome.refused(Refusal.lostRace(clock.instant()));
    audit(request, participant.map(Participant::details), token, outcome);
    return outcome;
  }

  private Optional<Participant> participant(StartRequest request) {
    return signings
        .participant(request.participantId())
        .filter(found -> found.details().client().equals(request.client()));
  }

  private static boolean mayTry(int lostRounds, Deadline deadline) {
    return lostRounds == 0
        || (lostRounds < Timing.ROUNDS && deadline.leaves(Timing.LEFT_FOR_ROUND));
  }

  private void audit(
      StartRequest request,
      Optional<ParticipantDetails> details,
      UUID token,
      Outcome<Signing> outcome) {
    UUID attempt = attempt(outcome).orElse(token);
    audit.record(
        AuditRecord.of(
            AuditRecord.Kind.START,
            AuditRecord.Subject.start(request, details, attempt),
            outcome,
            attempt.equals(token) ? "STARTED" : "REPLAYED"));
  }

  private static Optional<UUID> attempt(Outcome<Signing> outcome) {
    return outcome instanceof Outcome.Answered<Signing>(Signing signing)
        ? signing.token()
        : Optional.empty();
  }

  private Round next(
      Round before, StartRequest request, Participant participant, UUID token, Deadline deadline) {
    try {
      return before instanceof Round.Met(Guard standing)
          ? heldGuard.answer(participant, contender(request, token), standing, deadline)
          : round(request, participant, token, deadline);
    } catch (StoreContended e) {
      return Round.refused(Refusal.lostRace(clock.instant()));
    } catch (CompletionLost e) {
      throw e.isOfAnotherThan(request.participantId()) ? e.hidden() : e;
    }
  }

  private Round round(
      StartRequest request, Participant participant, UUID token, Deadline deadline) {
    Instant now = clock.instant();
    Optional<Refusal> refusal = check(request, participant, now);
    if (refusal.isPresent()) {
      return Round.refused(refusal.get());
    }
    PersonKey person = participant.details().personKey();
    Contender contender = contender(request, token);
    return switch (reserve(person, contender, now)) {
      case Reserved.Taken(Optional<Guard> before) ->
          new Round.Over(
              holding(now, () -> create(request, participant, contender, before, deadline)));
      case Reserved.Held(Guard guard) -> heldGuard.answer(participant, contender, guard, deadline);
    };
  }

  private Reserved reserve(PersonKey person, Contender contender, Instant now) {
    try {
      return guards.reserve(person, contender, now);
    } catch (StoreContended e) {
      throw e;
    } catch (StoreUnavailable e) {
      throw leaseLeft(now, e);
    }
  }

  /** Makes the part of a start that follows the reservation. */
  private static <T> T holding(Instant reservedAt, Supplier<T> rest) {
    try {
      return rest.get();
    } catch (StoreUnavailable e) {
      throw leaseLeft(reservedAt, e);
    }
  }

  private static StoreUnavailable leaseLeft(Instant reservedAt, StoreUnavailable e) {
    return e instanceof CompletionLost || e instanceof StoreRefused
        ? e
        : new LeaseLeft(reservedAt.plus(Timing.LEASE), e);
  }

  /** Checks a start before any conflict is considered, in the order of the contract. */
  private static Optional<Refusal> check(
      StartRequest request, Participant participant, Instant now) {
    if (participant.signing().status() == SigningStatus.COMPLETE) {
      return Optional.of(Refusal.of(Reason.SIGNING_ALREADY_COMPLETED));
    }
    if (participant.signing().withdrawn()) {
      return Optional.of(Refusal.of(Reason.PROCESS_WITHDRAWN));
    }
    if (!now.isBefore(participant.details().expiresAt())) {
      return Optional.of(Refusal.of(Reason.PROCESS_EXPIRED));
    }
    if (request.channel() == Channel.PHONE && !participant.details().requirement().isForPhone()) {
      return Optional.of(Refusal.of(Reason.REQUIREMENT_NOT_FOR_PHONE));
    }
    return Optional.empty();
  }

  private static Contender contender(StartRequest request, UUID token) {
    return new Contender(
        token,
        request.participantId(),
        request.client(),
        request.channel(),
        request.endUserIp(),
        request.idempotency());
  }

  private Outcome<Signing> create(
      StartRequest request,
      Participant participant,
      Contender contender,
      Optional<Guard> before,
      Deadline deadline) {
    PersonKey person = participant.details().personKey();
    UUID token = contender.token();
    switch (endUnfinished(participant, contender, before, deadline)) {
      case UnfinishedOrders.Ended() -> {}
      case UnfinishedOrders.Unended(Refusal refusal) -> {
        // The guard is put back as it was found, because it must name an order that may still run.
        guards.release(person, token, before.map(found -> asFound(found, token)));
        return Outcome.refused(refusal);
      }
      case UnfinishedOrders.HasSigned() -> {
        guards.release(person, token, Optional.empty());
        return Outcome.refused(Reason.SIGNING_ALREADY_COMPLETED);
      }
    }
    if (!deadline.leaves(Timing.LEFT_TO_CREATE)) {
      return release(person, token, before, Refusal.overtime(clock.instant()));
    }
    BankId.Created created = bankId.create(OrderRequests.of(request, participant.details()));
    return switch (created) {
      case BankId.Created.Order(String orderRef, Optional<Launch> launch) ->
          activation.activate(participant, contender, orderRef, launch, deadline);
      case BankId.Created.AlreadyInProgress() ->
          release(
              person,
              token,
              before,
              Refusal.of(Reason.RFA4_SIGNING_IN_PROGRESS).by(Refusal.Cause.ELSEWHERE));
      case BankId.Created.Refused(BankId.Fault fault) ->
          release(person, token, before, Refusal.bankId(fault, clock.instant()));
      case BankId.Created.NoAnswer() ->
          release(person, token, before, Refusal.of(Reason.RFA5_BANKID_ERROR));
    };
  }

  /** Ends earlier orders. If the table does not answer, puts the guard back if it can. */
  private UnfinishedOrders.Result endUnfinished(
      Participant participant, Contender contender, Optional<Guard> before, Deadline deadline) {
    try {
      return unfinishedOrders.end(participant, before, deadline);
    } catch (StoreUnavailable e) {
      UUID token = contender.token();
      try {
        guards.release(
            participant.details().personKey(), token, before.map(found -> asFound(found, token)));
      } catch (StoreUnavailable another) {
        e.addSuppressed(another);
      }
      throw e;
    }
  }

  /**
   * Returns the guard to put back. If the reply of an earlier reservation was lost, that is this
   * start's own lease. It is put back as expired, so that it only names the unended order.
   */
  private Guard asFound(Guard found, UUID token) {
    return found instanceof Guard.Lease lease && lease.holder().token().equals(token)
        ? new Guard.Lease(lease.holder(), lease.reservedAt(), clock.instant(), lease.order())
        : found;
  }

  /**
   * Releases the lease, because this start knows of no order. A slot is put back, because it must
   * still refuse another IP.
   */
  private Outcome<Signing> release(
      PersonKey person, UUID token, Optional<Guard> before, Refusal refusal) {
    guards.release(person, token, before.filter(found -> found instanceof Guard.Slot));
    return Outcome.refused(refusal);
  }
}
