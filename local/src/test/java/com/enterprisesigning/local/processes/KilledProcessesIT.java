package com.enterprisesigning.local.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.blackbox.JournalOrder;
import com.enterprisesigning.local.blackbox.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Processes are killed while calls are in flight. BankID is set to let a person's orders run side
 * by side ({@code SECOND_ORDER}, {@code docs/bankid.md#errors}), so that its journal shows any two
 * at once. {@link Scale} says how to run this for longer, and with other kills.
 */
@Tag("thorough")
class KilledProcessesIT {
  /** How many callers call at the same time. */
  private static final int CALLERS = 6;

  /** One in so many calls is killed. */
  private static final int ONE_IN = 8;

  /**
   * A lease (30 s) and a margin. Here a lease is longer than window, block, and the grace for a
   * missing order.
   */
  private static final Duration TO_RECOVER = Duration.ofSeconds(33);

  /**
   * Covers the 30 s after which BankID ends an order that nobody opens, and one repeated follow-up.
   */
  private static final Duration TO_END = Duration.ofSeconds(60);

  private static Deployment deployment;
  private static FunctionProcesses processes;

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> environment = new HashMap<>(Scale.SHORT_BLOCKS);
    environment.put("SECOND_ORDER", "RUNS_BESIDE");
    environment.put("SIGNING_WINDOW_SECONDS", "15");
    environment.put("FOLLOW_UP_SECONDS", "3,16");
    deployment = Deployment.start(environment);
    processes =
        deployment.processes(
            Map.of(
                "StartFunction", 3,
                "StartPhoneFunction", 2,
                "CollectFunction", 2,
                "CancelFunction", 1,
                "RegisterProcessFunction", 1),
            1);
  }

  @AfterAll
  static void stop() {
    if (deployment != null) {
      deployment.close();
    }
  }

  @Test
  void onePerson_neverHasTwoOrders_evenIfBankIdAllowsThem() throws Exception {
    HammeredPerson person =
        new HammeredPerson(
            deployment.api(processes), deployment.phone(), deployment.person(), Scale.CALLERS);
    person.hammer(Scale.STORMS);
    System.out.println("Side by side: " + person.summary());
  }

  @Test
  void everyPerson_canStartAgain_andEveryOrderIsSettled() throws Exception {
    Killer killer = new Killer(Scale.SEED, ONE_IN);
    List<Life> lives = live(killer);
    Duration longest = recover(lives);
    int beside = 0;
    for (Life life : lives) {
      beside +=
          new Journal(
                  deployment.phone().orders(life.person()),
                  life.calls().stream().filter(Call::isStart).toList())
              .holdsNoTwoAnsweredAtOnceThoughStartsDied();
    }
    awaitEnds(lives);
    int lost = checkSigned(lives);
    List<Call> calls = lives.stream().flatMap(life -> life.calls().stream()).toList();
    System.out.printf(
        "Killed (seed %d): %d kills, %d persons, %d calls, %d of them killed; %d signed, %d of"
            + " these lost in a process that held the completion; %d orders of killed starts ran"
            + " beside another; longest wait to start again %d ms%n",
        Scale.SEED,
        killer.kills(),
        lives.size(),
        calls.size(),
        calls.stream().filter(Call::died).count(),
        lives.stream().filter(life -> life.signed().isPresent()).count(),
        lost,
        beside,
        longest.toMillis());
    assertTrue(killer.kills() > 0, "no process was killed");
  }

  /** Runs some callers, each with one person after another. */
  private static List<Life> live(Killer killer) throws Exception {
    Random random = new Random(Scale.SEED);
    Queue<Life> waiting = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < Scale.LIVES; i++) {
      waiting.add(
          new Life(
              deployment.api(killer, processes),
              deployment.phone(),
              deployment.person(),
              new Random(random.nextLong())));
    }
    List<Life> lives = List.copyOf(waiting);
    Together.run(
        CALLERS,
        _ -> {
          for (Life next = waiting.poll(); next != null; next = waiting.poll()) {
            next.live();
          }
          return true;
        });
    return lives;
  }

  private static Duration recover(List<Life> lives) throws Exception {
    return Together.run(
            lives.size(),
            number -> lives.get(number).recover(deployment.api(processes), TO_RECOVER))
        .stream()
        .max(Duration::compareTo)
        .orElseThrow();
  }

  /**
   * Waits until all orders have ended. Only the phone order of a killed start, which nobody knows
   * of, may run until BankID ends it.
   */
  private static void awaitEnds(List<Life> lives) throws Exception {
    Instant deadline = Instant.now().plus(TO_END);
    List<String> live = live(lives);
    while (!live.isEmpty()) {
      assertTrue(Instant.now().isBefore(deadline), "running orders that nobody ended: " + live);
      Waiting.until(Instant.now().plusMillis(500));
      live = live(lives);
    }
  }

  private static List<String> live(List<Life> lives) throws Exception {
    List<String> live = new ArrayList<>();
    for (Life life : lives) {
      for (JournalOrder order : deployment.phone().orders(life.person())) {
        boolean isOfAKilledPhoneStart =
            life.calls().stream()
                .anyMatch(call ->
                    call.path().equals("/signing/start/phone")
                        && call.died()
                        && call.spans(order.createdAt()));
        if (order.isLive() && !isOfAKilledPhoneStart) {
          live.add(order + " " + life.calls());
        }
      }
    }
    return live;
  }

  /**
   * Checks that each signature is kept, or was lost as the README says it can be: in the process
   * that BankID had handed it to.
   *
   * @return how many were lost
   */
  private static int checkSigned(List<Life> lives) throws Exception {
    Instant deadline = Instant.now().plus(TO_END);
    int lost = 0;
    for (Life life : lives) {
      if (life.signed().isEmpty()) {
        continue;
      }
      Life.Signed signed = life.signed().get();
      String status = life.status(deployment.api(processes), signed.participant());
      while (status.equals("PENDING") || status.equals("INITIATED")) {
        assertTrue(
            Instant.now().isBefore(deadline),
            "the signature is neither stored nor reported as lost: " + life.calls());
        Waiting.until(Instant.now().plusMillis(500));
        status = life.status(deployment.api(processes), signed.participant());
      }
      List<String> kept =
          deployment.evidence().participantsByOrder().getOrDefault(signed.orderRef(), List.of());
      if (kept.isEmpty()) {
        assertTrue(life.hasACallDiedSince(signed.at()), "a signature is lost: " + life.calls());
        assertEquals("COLLECT_ERROR", status);
        lost++;
      } else {
        assertEquals(List.of(signed.participant()), kept);
        assertEquals("COMPLETE", status);
      }
    }
    return lost;
  }
}
