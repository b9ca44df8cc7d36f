package com.enterprisesigning.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.CallInitiator;
import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.conflict.EndUserIp;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.conflict.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three calls or follow-ups at once for one person, step by step in a seeded random order, while
 * the user signs or refuses and the clock moves; with and without deaths and lost messages (design
 * section 6).
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
    private final Map<Steps.Caller, Instant> begun = new HashMap<>();

    /**
     * Orders whose create or whose hand-out got lost: on the way, or with a caller that died, or
     * that the queue and the table refused, before anyone else knew. Nothing can close that window.
     */
    private final Set<String> excused = new HashSet<>();

    /** What only this caller knows. */
    private final Map<Steps.Caller, Set<String>> holds = new HashMap<>();

    Run(long seed, boolean faults) {
      this.seed = seed;
      this.random = new Random(seed);
      this.faults = faults;
      protocols = world.stepping(steps);
    }

    void check() {
      try {
        world.bankId.killsBoth(random.nextBoolean());
        if (random.nextInt(3) > 0) {
          world.start(someone(), someIp());
          letSomeTimeGoBy();
        }
        for (int i = 0; i < 3; i++) {
          callers.add(randomCall(i));
        }
        while (callers.stream().anyMatch(caller -> !caller.isDone())) {
          move();
          assertOneAnswerableOrder();
        }
        assertNothingBrokeButWhatWasBroken();
        world.followUpToTheEnd();
        assertSignaturesThatWereSeenAreKept();
        assertNoOrderIsForgotten();
        assertThePersonCanStartAgain();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + "\n" + String.join("\n", steps.schedule()), e);
      }
    }

    private Steps.Caller randomCall(int i) {
      UUID id = someone();
      EndUserIp ip = someIp();
      List<FollowUpMessage> due = world.queue.due();
      if (!due.isEmpty()) {
        due.stream().skip(1).forEach(rest -> world.queue.send(rest, List.of(Duration.ZERO)));
        FollowUpMessage message = due.getFirst();
        return call(i + " follow-up " + message.order().orderRef(), () -> follow(message));
      }
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
      Steps.Caller caller = steps.call(name, call);
      begun.put(caller, world.now());
      return caller;
    }

    /** Mostly none; else the first follow-up falls among the calls. */
    private void letSomeTimeGoBy() {
      if (random.nextInt(3) == 0) {
        world.bankId.running().stream()
            .filter(order -> random.nextBoolean())
            .forEach(this::userActs);
        world.clock.turn(Duration.ofSeconds(95));
      }
    }

    /** A message whose follow-up fails, however it fails, is delivered again. */
    private FollowUp.Followed follow(FollowUpMessage message) {
      boolean isFollowed = false;
      try {
        FollowUp.Followed followed = protocols.followUp(world.deadline()).follow(message);
        isFollowed = true;
        return followed;
      } finally {
        if (!isFollowed) {
          world.queue.send(message, List.of(Duration.ofSeconds(30)));
        }
      }
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
        if (nobodyOutlivesItsTime(by)) {
          steps.note("clock +" + by);
          world.clock.turn(by);
        }
      } else {
        List<Steps.Caller> able = callers.stream().filter(caller -> !caller.isDone()).toList();
        Steps.Caller caller = able.get(random.nextInt(able.size()));
        let(caller, fate());
      }
    }

    private boolean nobodyOutlivesItsTime(Duration by) {
      Instant then = world.now().plus(by);
      return callers.stream()
          .filter(caller -> !caller.isDone())
          .map(caller -> begun.get(caller).plus(Timing.FUNCTION_TIMEOUT))
          .noneMatch(then::isAfter);
    }

    private void let(Steps.Caller caller, Steps.Fate fate) {
      int handedOut = world.bankId.handedOut().size();
      int known = world.bankId.orders().size();
      boolean sends = caller.at().equals("send");
      steps.let(caller, fate);
      Set<String> held = holds.computeIfAbsent(caller, it -> new HashSet<>());
      List<String> now = new ArrayList<>();
      now.addAll(rest(world.bankId.handedOut(), handedOut));
      now.addAll(rest(world.bankId.orders(), known));
      held.addAll(now);
      if (fate != Steps.Fate.GOES_ON) {
        excused.addAll(now);
      }
      if (sends && (fate == Steps.Fate.GOES_ON || fate == Steps.Fate.REPLY_IS_LOST)) {
        held.clear();
      }
      if (caller.failure() != null) {
        excused.addAll(held);
      }
    }

    private static List<String> rest(List<String> all, int from) {
      return all.subList(from, all.size());
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
                  || caller.failure() instanceof StoreUnavailable
                  || caller.failure() instanceof QueueUnavailable,
              () -> caller.name() + " failed: " + caller.failure());
        }
      }
    }

    /** Invariant 4, where nobody died or gave up with a completion in memory. */
    private void assertSignaturesThatWereSeenAreKept() {
      for (String orderRef : world.bankId.handedOut()) {
        boolean isKept =
            excused.contains(orderRef)
                || List.of(world.participant, world.otherParticipant).stream()
                    .anyMatch(id -> world.memory.keeps(id, orderRef));
        assertTrue(isKept, () -> "lost the signature of " + orderRef);
      }
      for (UUID id : List.of(world.participant, world.otherParticipant)) {
        if (world.memory.evidence(id).isPresent()) {
          assertEquals(SigningStatus.COMPLETE, world.stored(id).status());
        }
      }
    }

    /** Invariant 3: once the queue is empty, nothing runs or waits but what the guard names. */
    private void assertNoOrderIsForgotten() {
      Optional<String> named = world.guard().flatMap(Guard::order).map(Order::orderRef);
      for (String orderRef : world.bankId.unended()) {
        assertTrue(
            excused.contains(orderRef) || named.equals(Optional.of(orderRef)),
            () -> "forgot " + orderRef);
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
