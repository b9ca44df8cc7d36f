package com.enterprisesigning.signing;

import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.AuditRecord.Kind;
import com.enterprisesigning.signing.AuditRecord.Subject;
import com.enterprisesigning.store.Table;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The eight calls of the contract within one invocation. */
final class SigningCalls implements SigningApi {
  private final Start start;
  private final Collect collect;
  private final Cancel cancel;
  private final Registration registration;
  private final Withdrawal withdrawal;
  private final Table table;
  private final Audit audit;
  private final Clock clock;

  SigningCalls(
      Start start,
      Collect collect,
      Cancel cancel,
      Registration registration,
      Withdrawal withdrawal,
      Table table,
      Audit audit,
      Clock clock) {
    this.start = start;
    this.collect = collect;
    this.cancel = cancel;
    this.registration = registration;
    this.withdrawal = withdrawal;
    this.table = table;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Outcome<Signing> start(StartRequest request) {
    return start.start(request);
  }

  @Override
  public Outcome<Signing> collect(String client, UUID participantId) {
    return collect.collect(client, participantId);
  }

  @Override
  public Outcome<Void> cancel(String client, UUID participantId) {
    return cancel.cancel(client, participantId);
  }

  @Override
  public Outcome<ProcessView> register(RegistrationRequest request) {
    Registration.Made made = registration.make(request);
    audit.record(
        AuditRecord.of(
            Kind.REGISTRATION,
            Subject.registration(request, made.outcome()),
            made.outcome(),
            made.isReplay() ? "REPLAYED" : "REGISTERED"));
    return made.outcome();
  }

  @Override
  public Outcome<ProcessView> process(String client, UUID processId) {
    Optional<SigningProcess> process =
        table.processes().process(processId).filter(found -> found.client().equals(client));
    return process
        .map(found ->
            Outcome.answered(
                ProcessView.of(
                    found, table.signings().signings(found.participantIds()), clock.instant())))
        .orElseGet(() -> Outcome.refused(Reason.PROCESS_NOT_FOUND));
  }

  @Override
  public Outcome<Void> withdraw(String client, UUID processId) {
    Outcome<Void> outcome = withdrawal.withdraw(client, processId);
    audit.record(
        AuditRecord.of(Kind.WITHDRAWAL, Subject.process(client, processId), outcome, "WITHDRAWN"));
    return outcome;
  }

  @Override
  public Outcome<Evidence> evidence(String client, UUID participantId) {
    Optional<Evidence> evidence =
        table
            .evidences()
            .evidence(participantId)
            .filter(found -> found.client().equals(client))
            .filter(found -> clock.instant().isBefore(found.keptUntil()));
    Outcome<Evidence> outcome =
        evidence
            .map(Outcome::answered)
            .orElseGet(() -> Outcome.refused(withoutEvidence(client, participantId)));
    Subject subject =
        evidence.map(Subject::evidence).orElseGet(() -> Subject.participant(client, participantId));
    audit.record(AuditRecord.of(Kind.EVIDENCE_READ, subject, outcome, "READ"));
    return outcome;
  }

  /** Returns whether the participant is missing, or only its evidence. */
  private Reason withoutEvidence(String client, UUID participantId) {
    return table
        .signings()
        .signing(participantId)
        .filter(found -> found.client().equals(client))
        .map(found -> Reason.EVIDENCE_NOT_FOUND)
        .orElse(Reason.PARTICIPANT_NOT_FOUND);
  }
}
