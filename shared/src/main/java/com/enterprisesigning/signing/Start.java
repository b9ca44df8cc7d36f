package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Launch;
import com.enterprisesigning.domain.Participant;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.Guards.Reserved;
import com.enterprisesigning.store.Signings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The /start and /start/phone calls ({@code docs/architecture.md#start}): read, reserve the
 * person's guard, end earlier orders, create the order, activate it. {@link Encounter} handles a
 * start that meets a guard.
 */
final class Start {
  private final Signings signings;
  private final Guards guards;
  private final Encounter encounter;
  private final UnfinishedOrders unfinishedOrders;
  private final Activation activation;
  private final BankId bankId;
  private final Audit audit;
  private final Deadline deadline;
  private final Clock clock;
  private final Supplier<UUID> tokens;

  Start(
      Signings signings,
      Guards guards,
      Encounter encounter,
      UnfinishedOrders unfinishedOrders,
      Activation activation,
      BankId bankId,
      Audit audit,
      Deadline deadline,
      Clock clock,
      Supplier<UUID> tokens) {
    this.signings = signings;
    this.guards = guards;
    this.encounter = encounter;
    this.unfinishedOrders = unfinishedOrders;
    this.activation = activation;
    this.bankId = bankId;
    this.audit = audit;
    this.deadline = deadline;
    this.clock = clock;
    this.tokens = tokens;
  }

  Outcome<Signing> start(StartRequest request) {
    UUID token = tokens.get();
    Optional<Participant> participant = Optional.empty();
    Optional<Outcome<Signing>> outcome = Optional.empty();
    for (int round = 0; outcome.isEmpty() && mayTry(round); round++) {
      participant =
          signings
              .participant(request.participantId())
              .filter(found -> found.details().client().equals(request.client()));
      outcome =
          participant.isPresent()
              ? round(request, participant.get(), token)
              : refused(Refusal.of(Reason.PARTICIPANT_NOT_FOUND));
    }
    return audited(
        request,
        participant.map(Participant::details),
        token,
        outcome.orElseGet(() -> Outcome.refused(Refusals.lostRace(clock.instant()))));
  }

  private boolean mayTry(int round) {
    return round == 0 || (round < Timing.ROUNDS && deadline.leaves(Timing.LEFT_FOR_ROUND));
  }

  private Outcome<Signing> audited(
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
    return outcome;
  }

  private static Optional<UUID> attempt(Outcome<Signing> outcome) {
    return outcome instanceof Outcome.Answered<Signing>(Signing signing)
        ? signing.token()
        : Optional.empty();
  }

  /**
   * Runs one round.
   *
   * @return empty if the round lost a race, or found that the running order had ended
   */
  private Optional<Outcome<Signing>> round(
      StartRequest request, Participant participant, UUID token) {
    Instant now = clock.instant();
    Optional<Reason> reason = StartChecks.refuse(participant, request, now);
    if (reason.isPresent()) {
      return refused(Refusal.of(reason.get()));
    }
    PersonKey person = participant.details().personKey();
    Contender contender = contender(request, token);
    return switch (guards.reserve(person, contender, now)) {
      case Reserved.Taken(Optional<Guard> before) ->
          Optional.of(create(request, participant, contender, before));
      case Reserved.Held(Guard guard) -> encounter.met(participant, contender, guard);
    };
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
      StartRequest request, Participant participant, Contender contender, Optional<Guard> before) {
    PersonKey person = participant.details().personKey();
    UUID token = contender.token();
    switch (unfinishedOrders.end(participant, before)) {
      case UnfinishedOrders.Ended() -> {}
      case UnfinishedOrders.Unended(Refusal refusal) -> {
        guards.release(person, token, before.map(found -> asFound(found, token)));
        return Outcome.refused(refusal);
      }
      case UnfinishedOrders.HasSigned() -> {
        guards.release(person, token, Optional.empty());
        return Outcome.refused(Reason.SIGNING_ALREADY_COMPLETED);
      }
    }
    if (!deadline.leaves(Timing.LEFT_TO_CREATE)) {
      return release(person, token, before, Refusals.overtime(clock.instant()));
    }
    BankId.Created created = bankId.create(OrderRequests.of(request, participant.details()));
    return switch (created) {
      case BankId.Created.Order(String orderRef, Optional<Launch> launch) ->
          activation.activate(participant, contender, orderRef, launch);
      case BankId.Created.AlreadyInProgress() ->
          release(
              person,
              token,
              before,
              Refusal.of(Reason.RFA4_SIGNING_IN_PROGRESS).by(Refusal.Cause.ELSEWHERE));
      case BankId.Created.Refused(BankId.Fault fault) ->
          release(person, token, before, Refusals.bankId(fault, clock.instant()));
      case BankId.Created.NoAnswer() ->
          release(person, token, before, Refusal.of(Reason.RFA5_BANKID_ERROR));
    };
  }

  /**
   * Returns the guard to put back. This start's own lease, found after a lost reply, is put back as
   * expired, so that it only names the unended order.
   */
  private Guard asFound(Guard found, UUID token) {
    return found instanceof Guard.Lease lease && lease.holder().token().equals(token)
        ? new Guard.Lease(lease.holder(), lease.reservedAt(), clock.instant(), lease.order())
        : found;
  }

  /**
   * Releases the lease, because no order was created. A slot stays, because it still counts for
   * another address.
   */
  private Outcome<Signing> release(
      PersonKey person, UUID token, Optional<Guard> before, Refusal refusal) {
    guards.release(person, token, before.filter(found -> found instanceof Guard.Slot));
    return Outcome.refused(refusal);
  }

  private static Optional<Outcome<Signing>> refused(Refusal refusal) {
    return Optional.of(Outcome.refused(refusal));
  }
}
