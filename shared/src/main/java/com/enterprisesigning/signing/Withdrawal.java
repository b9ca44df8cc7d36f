package com.enterprisesigning.signing;

import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningProcess;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.Processes;
import com.enterprisesigning.store.Signings;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Withdraws a process ({@code docs/architecture.md#withdraw}). The withdrawal is one transaction
 * and is never undone. Then the live orders are ended as /cancel ends them, even during a block. If
 * a call dies between the two, repeating it is safe.
 */
final class Withdrawal {
  private final Processes processes;
  private final Signings signings;
  private final Guards guards;
  private final Cancel cancel;
  private final Audit audit;
  private final Clock clock;

  Withdrawal(
      Processes processes,
      Signings signings,
      Guards guards,
      Cancel cancel,
      Audit audit,
      Clock clock) {
    this.processes = processes;
    this.signings = signings;
    this.guards = guards;
    this.cancel = cancel;
    this.audit = audit;
    this.clock = clock;
  }

  Outcome<Void> withdraw(String client, UUID processId, Deadline deadline) {
    Outcome<Void> outcome = withdrawn(client, processId, deadline);
    audit.record(
        AuditRecord.of(
            AuditRecord.Kind.WITHDRAWAL,
            AuditRecord.Subject.process(client, processId),
            outcome,
            "WITHDRAWN"));
    return outcome;
  }

  private Outcome<Void> withdrawn(String client, UUID processId, Deadline deadline) {
    Optional<SigningProcess> process =
        processes.process(processId).filter(found -> found.client().equals(client));
    if (process.isEmpty()) {
      return Outcome.refused(Reason.PROCESS_NOT_FOUND);
    }
    processes.withdraw(process.get());
    Outcome<Void> withdrawn = Outcome.answered(null);
    for (Signing signing : signings.signings(process.get().participantIds())) {
      if (signing.status().isUnsettled()) {
        if (!deadline.leaves(Timing.LEFT_TO_ASK)) {
          return Outcome.refused(Refusal.overtime(clock.instant()));
        }
        Outcome<Void> outcome = cancel.end(signing, guards.guard(signing.personKey()), deadline);
        if (outcome instanceof Outcome.Refused<Void>(Refusal refusal)) {
          switch (refusal.reason()) {
            case BANKID_REFUSED, RFA5_BANKID_ERROR, RFA5_BANKID_UNAVAILABLE -> {
              // BankID would not answer for the remaining orders either. The caller repeats the
              // call.
              return outcome;
            }
            // A completion is kept and cannot be stored yet. The remaining orders can be ended.
            case SERVICE_UNAVAILABLE -> withdrawn = outcome;
            // The order was signed in the meantime, or is missing at BankID.
            default -> {}
          }
        }
      }
    }
    return withdrawn;
  }
}
