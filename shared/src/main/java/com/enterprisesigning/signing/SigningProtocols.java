package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.evidence.Verification;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** Wires up the protocols ({@code docs/architecture.md#the-protocols}) for each invocation. */
public final class SigningProtocols {
  private final Table table;
  private final FollowUpQueue queue;
  private final BankId bankId;
  private final Verification verification;
  private final PersonKeys personKeys;
  private final ConflictRules rules;
  private final Timing timing;
  private final Audit audit;
  private final Surroundings surroundings;
  private final Clock clock;

  /** Creates the protocols on these ports. */
  public SigningProtocols(
      Table table,
      FollowUpQueue queue,
      BankId bankId,
      Verification verification,
      PersonKeys personKeys,
      ConflictRules rules,
      Timing timing,
      Audit audit,
      Surroundings surroundings) {
    this.table = table;
    this.queue = queue;
    this.bankId = bankId;
    this.verification = verification;
    this.personKeys = personKeys;
    this.rules = rules;
    this.timing = timing;
    this.audit = audit;
    this.surroundings = surroundings;
    this.clock = surroundings.clock();
  }

  /**
   * The sources of time and chance, which tests control by hand.
   *
   * @param clock is read in whole milliseconds, as the table keeps and the contract shows them;
   *     with a finer clock, the call that sets a block would report a different end than all other
   *     calls
   */
  public record Surroundings(Clock clock, Pause pause, Supplier<UUID> ids) {
    public Surroundings {
      clock = Clock.tick(clock, Duration.ofMillis(1));
    }
  }

  /** Returns the calls of the contract, for an invocation that ends at {@code deadline}. */
  public SigningApi api(Deadline deadline) {
    Settlement settlement = settlement(deadline);
    Cancel cancel = new Cancel(table.signings(), table.guards(), settlement, audit, clock);
    return new SigningCalls(
        start(settlement, deadline),
        new Collect(table.signings(), settlement, timing, clock),
        cancel,
        new Registration(table.processes(), personKeys, clock, surroundings.ids()),
        new Withdrawal(
            table.processes(), table.signings(), table.guards(), cancel, deadline, clock),
        table,
        audit,
        clock);
  }

  /**
   * Returns the handler of the queue's messages, for an invocation that ends at {@code deadline}.
   */
  public FollowUp followUp(Deadline deadline) {
    return new FollowUp(
        table.signings(), table.guards(), settlement(deadline), queue, timing, clock);
  }

  /**
   * Returns the reverification of rejected completions, for a run that ends at {@code deadline}.
   */
  public Reverification reverification(Deadline deadline) {
    return new Reverification(
        table.signings(),
        table.evidences(),
        new EvidenceKeeping(table.evidences()),
        verification,
        settlement(deadline));
  }

  private Start start(Settlement settlement, Deadline deadline) {
    return new Start(
        table.signings(),
        table.guards(),
        new Encounter(
            table.signings(),
            rules,
            new ConflictDecision(table.guards(), settlement, clock),
            settlement,
            clock),
        new UnfinishedOrders(settlement, clock),
        new Activation(table.signings(), table.guards(), settlement, queue, timing, clock),
        bankId,
        audit,
        deadline,
        clock,
        surroundings.ids());
  }

  private Settlement settlement(Deadline deadline) {
    CompletionStorage storage =
        new CompletionStorage(
            table.signings(),
            new EvidenceKeeping(table.evidences()),
            verification,
            queue,
            timing,
            deadline,
            clock,
            surroundings.pause());
    return new Settlement(
        bankId, table.signings(), table.guards(), storage, audit, deadline, clock);
  }
}
