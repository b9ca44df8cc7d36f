package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Verification;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The protocols of design section 5, wired to their ports. */
public final class SigningProtocols implements SigningApi {
  private final Start start;
  private final Collect collect;
  private final Cancel cancel;
  private final Registration registration;
  private final Withdrawal withdrawal;
  private final Processes processes;
  private final Signings signings;
  private final Evidences evidences;
  private final Clock clock;

  /** Wires the protocols. */
  public SigningProtocols(
      Table table,
      BankId bankId,
      Verification verification,
      PersonKeys personKeys,
      ConflictRules rules,
      Timing timing,
      Surroundings surroundings) {
    this.clock = surroundings.clock();
    this.signings = table.signings();
    this.processes = table.processes();
    this.evidences = table.evidences();
    Guards guards = table.guards();
    CompletionStorage storage =
        new CompletionStorage(
            signings, evidences, verification, timing, clock, surroundings.pause());
    Settlement settlement = new Settlement(bankId, signings, guards, storage, clock);
    this.cancel = new Cancel(signings, guards, settlement, clock);
    this.collect = new Collect(signings, settlement, timing, clock);
    this.withdrawal = new Withdrawal(processes, signings, guards, cancel);
    this.registration = new Registration(processes, personKeys, clock, surroundings.ids());
    this.start =
        new Start(
            signings,
            guards,
            rules,
            new ConflictDecision(guards, settlement, clock),
            new Predecessors(settlement, clock),
            new Activation(signings, guards, settlement, timing, clock),
            bankId,
            clock,
            surroundings.ids());
  }

  /** The four ports to the one table. */
  public record Table(Guards guards, Signings signings, Processes processes, Evidences evidences) {}

  /**
   * Time and chance: turned by hand in tests.
   *
   * @param clock read in whole milliseconds, which is what the table keeps and the contract tells:
   *     a finer end of a block would be told otherwise by the call that sets it than by all others
   */
  public record Surroundings(Clock clock, Pause pause, Supplier<UUID> ids) {
    public Surroundings {
      clock = Clock.tick(clock, Duration.ofMillis(1));
    }
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
    return registration.register(request);
  }

  @Override
  public Outcome<ProcessView> process(String client, UUID processId) {
    Optional<SigningProcess> process =
        processes.process(processId).filter(found -> found.client().equals(client));
    return process
        .map(found ->
            Outcome.answered(
                ProcessView.of(found, signings.signings(found.participantIds()), clock.instant())))
        .orElseGet(() -> Outcome.refused(Reason.PROCESS_NOT_FOUND));
  }

  @Override
  public Outcome<Void> withdraw(String client, UUID processId) {
    return withdrawal.withdraw(client, processId);
  }

  @Override
  public Outcome<Evidence> evidence(String client, UUID participantId) {
    return evidences
        .evidence(participantId)
        .filter(found -> found.client().equals(client))
        .map(Outcome::answered)
        .orElseGet(() -> Outcome.refused(withoutEvidence(client, participantId)));
  }

  /** Whether it is the participant that is not there, or only its evidence. */
  private Reason withoutEvidence(String client, UUID participantId) {
    return signings
        .signing(participantId)
        .filter(found -> found.client().equals(client))
        .map(found -> Reason.EVIDENCE_NOT_FOUND)
        .orElse(Reason.PARTICIPANT_NOT_FOUND);
  }
}
