package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.evidence.Verification;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** The protocols of design section 5, wired to their ports anew for each invocation. */
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

  /** Takes the ports. */
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

  /** The calls of the contract, for an invocation that ends then. */
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

  /** What sees to the messages of the queue, in an invocation that ends then. */
  public FollowUp followUp(Deadline deadline) {
    return new FollowUp(
        table.signings(), table.guards(), settlement(deadline), queue, timing, clock);
  }

  /** What verifies rejected completions again, in a run that ends then. */
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
        new Predecessors(settlement, clock),
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
