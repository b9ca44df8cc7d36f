package com.enterprisesigning.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.CallInitiator;
import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.conflict.EndUserIp;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three calls at once for one person, step by step in a seeded random order, while the user signs
 * or refuses and the clock moves; with and without deaths and lost messages (design section 6).
 */
class InterleavingTest {
  private static final int SCHEDULES = Integer.getInteger("schedules", 4_000);
  private static final List<Steps.Fate> FAULTS =
      List.of(Steps.Fate.REQUEST_IS_LOST, Steps.Fate.REPLY_IS_LOST, Steps.Fate.DIES);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void invariantsHold_inEveryOrder(boolean faults) {
    for (long seed = 0; seed < SCHEDULES; seed++) {
      new Run(seed, faults).check();
    }
  }

  /** One schedule. */
  private static final class Run {
    private final long seed;
    private final Random random;
    private final boolean faults;
    private final Steps steps = new Steps();
    private final ProtocolWorld world = new ProtocolWorld();
    private final SigningProtocols protocols;
    private final List<Steps.Caller> callers = new ArrayList<>();
    private boolean losesHandOut;

    Run(long seed, boolean faults) {
      this.seed = seed;
      this.random = new Random(seed);
      this.faults = faults;
      protocols =
          new SigningProtocols(
              new Table(
                  steps.before(Guards.class, world.memory),
                  steps.before(Signings.class, world.memory),
                  steps.before(Processes.class, world.memory),
                  steps.before(Evidences.class, world.memory)),
              steps.before(FollowUpQueue.class, world.queue),
              steps.before(BankId.class, world.bankId),
              (completion, text, signer) ->
                  new Verdict(
                      List.of(new VerificationStep("SIGNER", true, Optional.empty())),
                      Optional.empty()),
              Samples.PERSON_KEYS,
              new ConflictRules(
                  Duration.ofMinutes(3), Duration.ofMinutes(3), Duration.ofMinutes(1)),
              ProtocolWorld.TIMING,
              decision -> {},
              new SigningProtocols.Surroundings(world.clock, world.clock::turn, UUID::randomUUID));
    }

    void check() {
      try {
        world.bankId.killsBoth(random.nextBoolean());
        if (random.nextInt(3) > 0) {
          world.start(someone(), someIp());
        }
        for (int i = 0; i < 3; i++) {
          callers.add(randomCall(i));
        }
        while (callers.stream().anyMatch(caller -> !caller.isDone())) {
          move();
          assertOneAnswerableOrder();
        }
        assertNothingBrokeButWhatWasBroken();
        assertSignaturesThatWereSeenAreKept();
        assertThePersonCanStartAgain();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + "\n" + String.join("\n", steps.schedule()), e);
      }
    }

    private Steps.Caller randomCall(int i) {
      UUID id = someone();
      EndUserIp ip = someIp();
      return switch (random.nextInt(6)) {
        case 0, 1 -> call(i + " start " + who(id) + ip.address(), () -> start(id, ip));
        case 2 -> call(i + " phone " + who(id), () -> phone(id));
        case 3, 4 -> call(i + " collect " + who(id), () -> signing().collect(Samples.CLIENT, id));
        default -> call(i + " cancel " + who(id), () -> signing().cancel(Samples.CLIENT, id));
      };
    }

    private SigningApi signing() {
      return protocols.api(world.deadline());
    }

    private Steps.Caller call(String name, Supplier<?> call) {
      return steps.call(name, call);
    }

    private Outcome<Signing> start(UUID id, EndUserIp ip) {
      return signing()
          .start(
              new StartRequest.Start(
                  Samples.CLIENT,
                  id,
                  Optional.empty(),
                  ip,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
    }

    private Outcome<Signing> phone(UUID id) {
      return signing()
          .start(
              new StartRequest.StartPhone(Samples.CLIENT, id, Optional.empty(), CallInitiator.RP));
    }

    private UUID someone() {
      return random.nextInt(3) == 0 ? world.otherParticipant : world.participant;
    }

    private String who(UUID id) {
      return id.equals(world.participant) ? "P1 " : "P2 ";
    }

    private EndUserIp someIp() {
      return random.nextBoolean() ? Samples.IP_A : Samples.IP_B;
    }

    private void move() {
      int chance = random.nextInt(20);
      if (chance == 0) {
        List<String> running = world.bankId.running();
        if (!running.isEmpty()) {
          userActs(running.get(random.nextInt(running.size())));
        }
      } else if (chance == 1) {
        Duration by = Duration.ofSeconds(List.of(2, 5, 30, 60, 180).get(random.nextInt(5)));
        // A call that is on its way never outlives the function's time-out.
        if (callers.stream().allMatch(Steps.Caller::isDone)
            || by.compareTo(Duration.ofSeconds(5)) <= 0) {
          steps.note("clock +" + by);
          world.clock.turn(by);
        }
      } else {
        List<Steps.Caller> able = callers.stream().filter(caller -> !caller.isDone()).toList();
        Steps.Caller caller = able.get(random.nextInt(able.size()));
        Steps.Fate fate = fate();
        // BankID's one hand-out that is lost on the way is a window that nothing can close.
        losesHandOut |= fate != Steps.Fate.GOES_ON && caller.at().equals("collect");
        steps.let(caller, fate);
      }
    }

    private Steps.Fate fate() {
      return faults && random.nextInt(15) == 0
          ? FAULTS.get(random.nextInt(FAULTS.size()))
          : Steps.Fate.GOES_ON;
    }

    private void userActs(String orderRef) {
      if (random.nextInt(3) > 0) {
        steps.note("user signs " + orderRef);
        world.bankId.sign(orderRef);
      } else {
        steps.note("user refuses " + orderRef);
        world.bankId.fail(orderRef, HintCode.USER_CANCEL);
      }
    }

    /** Invariant 1. */
    private void assertOneAnswerableOrder() {
      List<String> running = world.bankId.running();
      List<String> answerable = new ArrayList<>();
      for (UUID id : List.of(world.participant, world.otherParticipant)) {
        Signing standing = world.stored(id);
        if (standing.status() == SigningStatus.INITIATED
            || standing.status() == SigningStatus.PENDING) {
          Attempt attempt = standing.attempt().orElseThrow();
          if (running.contains(attempt.orderRef()) && world.now().isBefore(attempt.windowEnd())) {
            answerable.add(attempt.orderRef());
          }
        }
      }
      assertTrue(answerable.size() <= 1, () -> "live at once: " + answerable);
    }

    private void assertNothingBrokeButWhatWasBroken() {
      for (Steps.Caller caller : callers) {
        if (caller.failure() != null) {
          assertTrue(faults, () -> caller.name() + " failed: " + caller.failure());
          assertTrue(
              caller.failure() instanceof Steps.Death
                  || caller.failure() instanceof StoreUnavailable,
              () -> caller.name() + " failed: " + caller.failure());
        }
      }
    }

    /** Invariant 4, where nobody died or gave up with a completion in memory. */
    private void assertSignaturesThatWereSeenAreKept() {
      if (losesHandOut || callers.stream().anyMatch(caller -> caller.failure() != null)) {
        return;
      }
      for (String orderRef : world.bankId.handedOut()) {
        boolean isKept =
            List.of(world.participant, world.otherParticipant).stream()
                .anyMatch(id -> world.memory.keeps(id, orderRef));
        assertTrue(isKept, () -> "lost the signature of " + orderRef);
      }
      for (UUID id : List.of(world.participant, world.otherParticipant)) {
        if (world.memory.evidence(id).isPresent()) {
          assertEquals(SigningStatus.COMPLETE, world.stored(id).status());
        }
      }
    }

    /** Invariants 5 and 6. */
    private void assertThePersonCanStartAgain() {
      world.clock.turn(Duration.ofMinutes(6));
      world
          .bankId
          .running()
          .forEach(order -> world.bankId.fail(order, HintCode.EXPIRED_TRANSACTION));
      UUID fresh = world.register();
      assertInstanceOf(Outcome.Answered.class, world.start(fresh, Samples.IP_B));
      assertEquals(
          1,
          world.bankId.running().stream()
              .filter(order -> world.stored(fresh).order().orElseThrow().orderRef().equals(order))
              .count());
    }
  }
}
