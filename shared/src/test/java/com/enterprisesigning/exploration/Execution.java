package com.enterprisesigning.exploration;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.signing.Deadline;
import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.signing.SigningCore;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.store.Evidences;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.Guards;
import com.enterprisesigning.store.Processes;
import com.enterprisesigning.store.Signings;
import com.enterprisesigning.store.Table;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs a call's code again on the replies that it has had, and then one step further. */
final class Execution {
  private final World world;
  private final boolean verifies;
  private final Optional<Fate> fate;
  private final Clock clock = new CallersClock();
  private Caller caller;
  private Instant now;
  private int replayed;
  private int ids;
  private boolean hasStepped;

  private Execution(World world, boolean verifies, Caller caller, Optional<Fate> fate) {
    this.world = world;
    this.verifies = verifies;
    this.caller = caller;
    this.fate = fate;
    this.now = caller.begunAt().orElseThrow();
  }

  /** Returns the call as it is before its first step. */
  static Caller begin(World world, boolean verifies, Caller caller) {
    return new Execution(world, verifies, caller, Optional.empty()).run();
  }

  /** Returns the call as it is after its next step. */
  static Caller step(World world, boolean verifies, Caller caller, Fate fate) {
    return new Execution(world, verifies, caller, Optional.of(fate)).run();
  }

  private Caller run() {
    int known = caller.replies().size();
    try {
      Deadline deadline = new Deadline(now.plus(Timing.FUNCTION_TIMEOUT), clock);
      Object answer = caller.call().make(core(), deadline, world.participants(), caller.message());
      return caller.ended(new Caller.End.Answered(answer));
    } catch (Suspended suspended) {
      return caller.standing(suspended.next());
    } catch (RuntimeException e) {
      if (replayed < known) {
        throw new IllegalStateException("another way than before: " + caller.name(), e);
      }
      return caller.ended(new Caller.End.Failed(e));
    }
  }

  private SigningCore core() {
    Table table =
        new Table(
            port(Guards.class), port(Signings.class), port(Processes.class), port(Evidences.class));
    return new SigningCore(
        table,
        port(FollowUpQueue.class),
        port(BankId.class),
        (completion, text, requirement, signer) ->
            new Verdict(
                List.of(new VerificationStep("SIGNER", verifies, Optional.empty())),
                Optional.empty()),
        Optional.empty(),
        Samples.PERSON_KEYS,
        World.RULES,
        World.TIMING,
        decision -> {},
        new SigningCore.Surroundings(clock, port(Pause.class), this::id));
  }

  private <T> T port(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> answer(port, method, arguments)));
  }

  private Object answer(Class<?> port, Method method, Object[] arguments) {
    if (replayed < caller.replies().size()) {
      return told(caller.replies().get(replayed++));
    }
    List<Object> given = arguments == null ? List.of() : List.of(arguments);
    Step step = new Step(caller.name(), port, method, given);
    if (hasStepped || fate.isEmpty()) {
      throw new Suspended(step);
    }
    hasStepped = true;
    Reply reply = world.make(step, fate.get()).orElseThrow(() -> new Suspended(step));
    caller = caller.with(reply);
    replayed++;
    return told(reply);
  }

  private Object told(Reply reply) {
    now = reply.at();
    return reply.replay();
  }

  private UUID id() {
    return id(caller.name(), ids++);
  }

  /**
   * Returns the attempt token of a start by this caller, which is the first id that the start asks
   * for.
   */
  static UUID token(String caller) {
    return id(caller, 0);
  }

  private static UUID id(String caller, int index) {
    return UUID.nameUUIDFromBytes((caller + "." + index).getBytes(StandardCharsets.UTF_8));
  }

  /** Tells a call the time at which its last step was answered. */
  private final class CallersClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
