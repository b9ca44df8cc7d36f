package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.evidence.TimestampAuthority;
import com.enterprisesigning.evidence.Verification;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Wires up the protocols ({@code docs/architecture.md#the-protocols}), once for all calls. Nothing
 * is kept from one call to the next, so any number of threads may call at once.
 */
public final class SigningCore implements SigningService {
  private final Start start;
  private final Collect collect;
  private final Cancel cancel;
  private final Registration registration;
  private final Withdrawal withdrawal;
  private final Lookup lookup;
  private final FollowUp followUp;
  private final Reverification reverification;

  /**
   * Wires up the protocols.
   *
   * @param timestamps stamps evidence; if empty, evidence has no time stamps
   */
  public SigningCore(
      Table table,
      FollowUpQueue queue,
      BankId bankId,
      Verification verification,
      Optional<TimestampAuthority> timestamps,
      PersonKeys personKeys,
      ConflictRules rules,
      Timing timing,
      Audit audit,
      Surroundings surroundings) {
    Guards guards = table.guards();
    Signings signings = table.signings();
    Clock clock = surroundings.clock();
    EvidenceStorage evidenceStorage = new EvidenceStorage(table.evidences());
    CompletionStorage storage =
        new CompletionStorage(
            signings,
            table.evidences(),
            evidenceStorage,
            verification,
            queue,
            timing,
            clock,
            surroundings.pause());
    Settlement settlement = new Settlement(bankId, signings, guards, storage, audit, clock);
    start =
        new Start(
            signings,
            guards,
            new HeldGuard(signings, guards, rules, settlement, clock),
            new UnfinishedOrders(settlement, clock),
            new Activation(signings, guards, settlement, queue, timing, clock),
            bankId,
            audit,
            clock,
            surroundings.ids());
    collect = new Collect(signings, settlement, timing, clock);
    cancel = new Cancel(signings, guards, settlement, audit, clock);
    registration =
        new Registration(table.processes(), personKeys, clock, surroundings.ids(), audit);
    withdrawal = new Withdrawal(table.processes(), signings, guards, cancel, audit, clock);
    lookup = new Lookup(table, audit, clock);
    TimeStamping timeStamping = new TimeStamping(timestamps, table.evidences(), audit, clock);
    followUp = new FollowUp(signings, guards, settlement, timeStamping, queue, timing, clock);
    reverification =
        new Reverification(
            signings, table.evidences(), evidenceStorage, verification, settlement, timing, clock);
  }

  /**
   * The sources of time and chance, which tests control by hand.
   *
   * @param clock is read in whole milliseconds, the precision of the table and the contract. With a
   *     finer clock, the call that sets a block would report a different end than later calls.
   */
  public record Surroundings(Clock clock, Pause pause, Supplier<UUID> ids) {
    public Surroundings {
      clock = Clock.tick(clock, Duration.ofMillis(1));
    }
  }

  @Override
  public Outcome<Signing> start(StartRequest request, Deadline deadline) {
    return start.start(request, deadline);
  }

  @Override
  public Outcome<Signing> collect(String client, UUID participantId, Deadline deadline) {
    return collect.collect(client, participantId, deadline);
  }

  @Override
  public Outcome<Void> cancel(String client, UUID participantId, Deadline deadline) {
    return cancel.cancel(client, participantId, deadline);
  }

  @Override
  public Outcome<ProcessView> register(RegistrationRequest request) {
    return registration.register(request);
  }

  @Override
  public Outcome<ProcessView> process(String client, UUID processId) {
    return lookup.process(client, processId);
  }

  @Override
  public Outcome<Void> withdraw(String client, UUID processId, Deadline deadline) {
    return withdrawal.withdraw(client, processId, deadline);
  }

  @Override
  public Outcome<FoundEvidence> evidence(
      String client, UUID participantId, Optional<String> orderRef) {
    return lookup.evidence(client, participantId, orderRef);
  }

  /** Returns the handler of the queue's messages. */
  public FollowUp followUp() {
    return followUp;
  }

  public Reverification reverification() {
    return reverification;
  }
}
