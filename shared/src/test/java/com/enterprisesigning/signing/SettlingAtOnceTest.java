package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.CallInitiator;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.signing.Steps.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two calls settle a completed order at the same time, in every order of their steps. In another
 * test, a collect dies at each of its steps (invariants 3 and 4 in {@code
 * docs/architecture.md#invariants}).
 */
class SettlingAtOnceTest {
  /** The call that meets the completed order at the same time as a collect. */
  enum Other {
    COLLECT,
    FOLLOW_UP,
    CANCEL,
    WITHDRAW,
    START_FROM_THE_SAME_IP,
    START_FROM_ANOTHER_IP,
    START_BY_PHONE,
    START_OF_ANOTHER_PARTICIPANT
  }

  @ParameterizedTest
  @EnumSource(Other.class)
  void oneEvidenceIsStored_andAllAreToldComplete_inEveryOrderOfTheSteps(Other other) {
    int schedules = everyOrder(other, Duration.ZERO);

    assertTrue(schedules > 20, () -> "only " + schedules + " orders");
  }

  @ParameterizedTest
  @EnumSource(Other.class)
  void oneEvidenceIsStored_whenTheHolderOfTheCompletionIsSlow(Other other) {
    int schedules = everyOrder(other, Duration.ofSeconds(15));

    assertTrue(schedules > 20, () -> "only " + schedules + " orders");
  }

  @ParameterizedTest
  @EnumSource(value = Fate.class, mode = EnumSource.Mode.EXCLUDE, names = "DIES")
  void signatureIsKept_whenTheCollectDiesAfterItHandedOnTheCompletion(Fate store) {
    int deaths = 0;
    boolean hasDied = true;
    while (hasDied) {
      Run run = new Run(Duration.ZERO);
      hasDied = run.collectDiesAt(deaths, store);
      run.assertStored();
      deaths += hasDied ? 1 : 0;
    }
    assertTrue(deaths > 0, "no death was simulated");
  }

  /**
   * Runs every order of the steps. The choices of who makes the next step are tried in lexical
   * order.
   *
   * @return how many orders were run
   */
  private static int everyOrder(Other other, Duration slowness) {
    List<Boolean> choices = new ArrayList<>();
    int schedules = 0;
    do {
      new Run(slowness).play(other, choices);
      schedules++;
    } while (next(choices));
    return schedules;
  }

  private static boolean next(List<Boolean> choices) {
    while (!choices.isEmpty()) {
      if (!choices.removeLast()) {
        choices.add(true);
        return true;
      }
    }
    return false;
  }

  /** A run that begins with a signed order whose completion has not been collected. */
  private static final class Run {
    private final Steps steps = new Steps();
    private final ProtocolWorld world = new ProtocolWorld();
    private final SigningCore core = world.stepping(steps);
    private final UUID participant = world.participant;
    private final Duration slowness;

    Run(Duration slowness) {
      this.slowness = slowness;
      answered(world.start(participant, IP_A));
      world.clock.add(Duration.ofSeconds(95));
      world.bankId.sign("order-1");
    }

    /**
     * Plays the choices. Once they are used up, the first caller makes each next step, and this
     * choice is added to the list.
     */
    void play(Other other, List<Boolean> choices) {
      Steps.Caller first = steps.call("collect", this::collect);
      // Without this wait, one of two collects would only read what the other one has claimed.
      world.clock.add(Duration.ofSeconds(2));
      Steps.Caller second = steps.call("other", () -> make(other));
      int made = 0;
      while (!first.isDone() && !second.isDone()) {
        if (made == choices.size()) {
          choices.add(false);
        }
        step(choices.get(made) ? second : first);
        made++;
      }
      runOut(first);
      runOut(second);
      try {
        assertNobodyFailed(first, second);
        assertStored();
        assertEquals(1, world.decisions(AuditRecord.Kind.COMPLETION).size());
      } catch (AssertionError e) {
        throw new AssertionError(String.join("\n", steps.schedule()), e);
      }
    }

    private void runOut(Steps.Caller caller) {
      while (!caller.isDone()) {
        step(caller);
      }
    }

    /** Makes one step. A caller that has just been handed the completion is slow. */
    private void step(Steps.Caller caller) {
      int handedOut = world.bankId.handedOut().size();
      steps.let(caller, Fate.GOES_ON);
      if (world.bankId.handedOut().size() > handedOut) {
        world.clock.add(slowness);
      }
    }

    /**
     * Kills a collect {@code afterHandOut} steps after it has handed its completion to the table or
     * the queue. Its first store has the fate {@code store}.
     *
     * @return false if the collect ended before it could be killed
     */
    boolean collectDiesAt(int afterHandOut, Fate store) {
      Steps.Caller caller = steps.call("collect", this::collect);
      while (world.bankId.handedOut().isEmpty()) {
        steps.let(caller, Fate.GOES_ON);
      }
      boolean isElsewhere = false;
      boolean hasTried = false;
      int step = 0;
      while (!caller.isDone()) {
        String at = caller.at();
        if (isElsewhere && step++ == afterHandOut) {
          steps.let(caller, Fate.DIES);
          return true;
        }
        Fate fate = at.equals("complete") && !hasTried ? store : Fate.GOES_ON;
        hasTried |= at.equals("complete");
        steps.let(caller, fate);
        isElsewhere |= at.equals("send") || (at.equals("complete") && fate != Fate.REQUEST_IS_LOST);
      }
      return false;
    }

    private Object make(Other other) {
      return switch (other) {
        case COLLECT -> collect();
        case FOLLOW_UP -> followUp();
        case CANCEL -> core.cancel(Samples.CLIENT, participant, world.deadline());
        case WITHDRAW ->
            core.withdraw(Samples.CLIENT, world.stored(participant).processId(), world.deadline());
        case START_FROM_THE_SAME_IP ->
            core.start(ProtocolWorld.request(participant, IP_A), world.deadline());
        case START_FROM_ANOTHER_IP ->
            core.start(ProtocolWorld.request(participant, IP_B), world.deadline());
        case START_BY_PHONE ->
            core.start(
                new StartRequest.StartPhone(
                    Samples.CLIENT, participant, Optional.empty(), CallInitiator.RP),
                world.deadline());
        case START_OF_ANOTHER_PARTICIPANT ->
            core.start(ProtocolWorld.request(world.otherParticipant, IP_B), world.deadline());
      };
    }

    private Outcome<Signing> collect() {
      return core.collect(Samples.CLIENT, participant, world.deadline());
    }

    private FollowUp.Followed followUp() {
      return core.followUp().follow(world.queue.due().getFirst(), world.deadline());
    }

    private void assertNobodyFailed(Steps.Caller... callers) {
      for (Steps.Caller caller : callers) {
        assertEquals(null, caller.failure(), caller.name());
        if (caller.outcome() instanceof Outcome.Answered<?>(Signing signing)) {
          assertTrue(
              Set.of(SigningStatus.INITIATED, SigningStatus.PENDING, SigningStatus.COMPLETE)
                      .contains(signing.status())
                  || !signing.participantId().equals(participant),
              () -> caller.name() + " got " + signing.status());
        }
      }
    }

    void assertStored() {
      world.followUpToTheEnd();
      assertEquals(List.of("order-1"), world.bankId.handedOut());
      assertEquals(SigningStatus.COMPLETE, answered(world.collect(participant)).status());
      assertTrue(world.memory.evidences().keeps(participant, "order-1"));
      assertEquals(Samples.completion("order-1"), world.evidence(participant).completion());
    }
  }
}
