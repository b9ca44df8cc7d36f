package com.enterprisesigning.signing;

import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.store.DigestMismatch;
import com.enterprisesigning.store.FiledEvidence;
import com.enterprisesigning.store.Table;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The calls that only read: a process, and the evidence of a participant. */
final class Lookup {
  private final Table table;
  private final Audit audit;
  private final Clock clock;

  Lookup(Table table, Audit audit, Clock clock) {
    this.table = table;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<ProcessView> process(String client, UUID processId) {
    Optional<SigningProcess> process =
        table.processes().process(processId).filter(found -> found.client().equals(client));
    return process
        .map(found ->
            Outcome.answered(
                ProcessView.of(
                    found, table.signings().signings(found.participantIds()), clock.instant())))
        .orElseGet(() -> Outcome.refused(Reason.PROCESS_NOT_FOUND));
  }

  /**
   * Returns the evidence of this order, or the participant's evidence if no order is named: the
   * signature that made the participant COMPLETE, else the newest rejected one.
   */
  Outcome<FoundEvidence> evidence(String client, UUID participantId, Optional<String> orderRef) {
    List<FiledEvidence> all =
        table.evidences().all(participantId).stream()
            .filter(found -> isOf(client, participantId, found))
            .filter(found -> clock.instant().isBefore(found.keptUntil()))
            .toList();
    Optional<FoundEvidence> evidence =
        all.stream()
            .filter(found -> found.orderRef().equals(orderRef.orElse(found.orderRef())))
            .findFirst()
            .map(found -> found(found, all));
    Outcome<FoundEvidence> outcome =
        evidence
            .map(Outcome::answered)
            .orElseGet(() -> Outcome.refused(withoutEvidence(client, participantId)));
    AuditRecord.Subject subject =
        evidence
            .map(FoundEvidence::evidence)
            .map(AuditRecord.Subject::evidence)
            .orElseGet(() -> AuditRecord.Subject.participant(client, participantId));
    audit.record(AuditRecord.of(AuditRecord.Kind.EVIDENCE_READ, subject, outcome, "READ"));
    return outcome;
  }

  /**
   * Returns whether this evidence is the client's. Changed evidence may name another client than it
   * was stored for: that is reported, and nobody is told of it.
   */
  private boolean isOf(String client, UUID participantId, FiledEvidence found) {
    try {
      return found.client().equals(client) || found.evidence().get().client().equals(client);
    } catch (DigestMismatch e) {
      audit.passedOver(participantId, e);
    }
    return false;
  }

  private static FoundEvidence found(FiledEvidence filed, List<FiledEvidence> all) {
    Evidence evidence = filed.evidence().get();
    return new FoundEvidence(evidence, filed.timeStamp().get(), otherOrders(evidence, all));
  }

  private static List<String> otherOrders(Evidence evidence, List<FiledEvidence> all) {
    return all.stream()
        .map(FiledEvidence::orderRef)
        .filter(order -> !order.equals(evidence.order().orderRef()))
        .distinct()
        .toList();
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
