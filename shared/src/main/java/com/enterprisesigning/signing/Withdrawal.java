package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Guard;
import java.util.Optional;
import java.util.UUID;

/**
 * Withdraws a process (design section 5). The withdrawal is one transaction and stands whatever
 * comes after; then the live orders are ended as /cancel ends them, a block or not. A call that
 * died between the two is repeated as it is.
 */
final class Withdrawal {
  private final Processes processes;
  private final Signings signings;
  private final Guards guards;
  private final Cancel cancel;

  Withdrawal(Processes processes, Signings signings, Guards guards, Cancel cancel) {
    this.processes = processes;
    this.signings = signings;
    this.guards = guards;
    this.cancel = cancel;
  }

  Outcome<Void> withdraw(String client, UUID processId) {
    Optional<SigningProcess> process =
        processes.process(processId).filter(found -> found.client().equals(client));
    if (process.isEmpty()) {
      return Outcome.refused(Reason.PROCESS_NOT_FOUND);
    }
    processes.withdraw(process.get());
    Outcome<Void> outcome = Outcome.answered(null);
    for (Signing signing : signings.signings(process.get().participantIds())) {
      if (signing.status().isUnsettled()) {
        outcome = worse(outcome, end(signing));
      }
    }
    return outcome;
  }

  private Outcome<Void> end(Signing signing) {
    Optional<Guard> guard = guards.guard(signing.personKey());
    return cancel.end(signing, guard);
  }

  /** Signed meanwhile, or missing at BankID: the withdrawal has nothing to add. */
  private static Outcome<Void> worse(Outcome<Void> before, Outcome<Void> next) {
    if (next instanceof Outcome.Refused<Void>(Refusal refusal)) {
      return switch (refusal.reason()) {
        case RFA5_BANKID_ERROR, RFA5_BANKID_UNAVAILABLE -> next;
        default -> before;
      };
    }
    return before;
  }
}
