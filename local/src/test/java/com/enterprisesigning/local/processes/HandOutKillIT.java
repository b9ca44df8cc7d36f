package com.enterprisesigning.local.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.blackbox.Waiting;
import com.enterprisesigning.local.dynamodb.TableProxy;
import com.enterprisesigning.local.lambda.runtime.ShippedJar;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * BankID hands a completion out to a process, and the process is killed: at chosen times after the
 * hand-out, and when its first write is on the table. One half of the participants is collected
 * again, the other half is left to the follow-up. {@link Scale} says how to run this for longer,
 * and how to compare another jar.
 */
@Tag("thorough")
class HandOutKillIT {
  /** How many processes are killed at the same time. */
  private static final int WORKERS = 2;

  /** A process that does not start is replaced, as on Lambda. */
  private static final int TRIES = 3;

  /** What a process collects to get warm, after its first completion. */
  private static final List<Readiness> WARMING =
      List.of(Readiness.WARMING, Readiness.WARMING, Readiness.WARM, Readiness.WARM);

  /** Leaves a participant to the follow-up. */
  private static final int ODD = 1;

  /** Covers the last follow-up, its repetitions, and the grace for a missing order. */
  private static final Duration TO_END = Duration.ofSeconds(150);

  private static final Set<String> OPEN = Set.of("INITIATED", "PENDING", "ENDING");

  private static final List<AutoCloseable> OPENED = new ArrayList<>();
  private static final CompletionWrites WRITES = new CompletionWrites();

  private static Deployment deployment;
  private static URI table;
  private static List<Release> releases;

  private final Queue<Trial> trials = new ConcurrentLinkedQueue<>();

  /**
   * A completion for a process that is then killed.
   *
   * @param number even if the participant is collected again
   */
  private record Shot(int number, Release release, Readiness readiness, KillMoment moment) {}

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> environment = new HashMap<>(Scale.SHORT_BLOCKS);
    environment.put("FOLLOW_UP_SECONDS", "10,30");
    deployment = opened(Deployment.start(environment));
    table =
        opened(
                new TableProxy(
                    URI.create(deployment.settings().get("AWS_ENDPOINT_URL_DYNAMODB")),
                    _ -> TableProxy.Fate.PASSED_ON,
                    WRITES))
            .url();
    releases = new ArrayList<>();
    releases.add(Release.start("built", ShippedJar.FUNCTIONS.path(), deployment));
    if (Scale.BEFORE.isPresent()) {
      releases.add(Release.start("before", Scale.BEFORE.get(), deployment));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable open : OPENED.reversed()) {
      open.close();
    }
  }

  private static <T extends AutoCloseable> T opened(T closeable) {
    OPENED.add(closeable);
    return closeable;
  }

  @Test
  void completion_isLostOnlyIfItsProcessDied_beforeTheFirstWriteWasOnTheTable() throws Exception {
    Queue<Shot> waiting = new ConcurrentLinkedQueue<>(shots());
    Together.run(
        WORKERS,
        _ -> {
          for (Shot next = waiting.poll(); next != null; next = waiting.poll()) {
            fire(next);
          }
          return true;
        });
    Map<String, String> statuses = awaitEnds();
    Map<String, List<String>> evidence = deployment.evidence().participantsByOrder();
    List<Trial> all = List.copyOf(trials);
    String report = KillReport.of(all, evidence.keySet());
    System.out.println(report);
    Files.writeString(Path.of("target", "hand-out-kills.md"), report);
    assertTrue(all.stream().anyMatch(Trial::isKilled), "no process was killed after a hand-out");
    for (Trial trial : all) {
      Release.Signed signed = trial.signed();
      check(
          trial,
          statuses.get(signed.participant()),
          evidence.getOrDefault(signed.orderRef(), List.of()));
    }
  }

  private static List<Shot> shots() {
    List<KillMoment> moments = new ArrayList<>(List.of(new KillMoment.OnTable()));
    Scale.DELAYS.forEach(delay -> moments.add(new KillMoment.After(delay)));
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < Scale.KILLS; i++) {
      int number = i;
      for (KillMoment moment : moments) {
        for (Readiness readiness : List.of(Readiness.STARTED, Readiness.RESTORED, Readiness.WARM)) {
          for (Release release : releases) {
            shots.add(new Shot(number, release, readiness, moment));
          }
          number++;
        }
      }
    }
    return shots;
  }

  private void fire(Shot shot) throws Exception {
    Readiness first = shot.readiness();
    if (first == Readiness.WARM) {
      first = shot.number() % 2 == 0 ? Readiness.STARTED : Readiness.RESTORED;
    }
    try (Victim victim = Victim.start(shot.release(), first, table, TRIES)) {
      if (shot.readiness() == Readiness.WARM) {
        collect(victim, unkilled(shot, first));
        for (Readiness next : WARMING) {
          collect(victim, unkilled(shot, next));
        }
      }
      collect(victim, shot);
    }
  }

  private static Shot unkilled(Shot shot, Readiness readiness) {
    return new Shot(ODD, shot.release(), readiness, new KillMoment.Never());
  }

  private void collect(Victim victim, Shot shot) throws Exception {
    Release release = shot.release();
    Release.Signed signed = release.sign(TRIES);
    CompletionWrite write =
        new CompletionWrite(() -> {
          if (shot.moment() instanceof KillMoment.OnTable) {
            victim.kill();
          }
        });
    WRITES.expect(signed.participant(), write);
    Victim.Collected collected = victim.collect(signed.participant(), shot.moment());
    if (collected.isHandedOut()) {
      trials.add(
          new Trial(
              release,
              shot.readiness(),
              shot.moment(),
              signed,
              collected,
              write,
              shot.number() % 2 == 0
                  && !collected.isAnswered()
                  && release.collectAnew(signed.participant()).equals("COMPLETE")));
    }
  }

  /** Waits until every signing has ended, and returns the status of each participant. */
  private Map<String, String> awaitEnds() throws Exception {
    Instant deadline = Instant.now().plus(TO_END);
    while (true) {
      Map<String, String> statuses = deployment.evidence().statusByParticipant();
      List<Trial> open =
          trials.stream()
              .filter(trial -> OPEN.contains(statuses.get(trial.signed().participant())))
              .toList();
      if (open.isEmpty()) {
        return statuses;
      }
      assertTrue(Instant.now().isBefore(deadline), "signings that nobody ended: " + open);
      Waiting.until(Instant.now().plusSeconds(1));
    }
  }

  private static void check(Trial trial, String status, List<String> kept) {
    if (kept.isEmpty()) {
      assertEquals("COLLECT_ERROR", status, trial.toString());
      assertFalse(trial.collected().isAnswered(), "lost, though the process answered: " + trial);
      assertFalse(
          trial.write().isOnTable(), "lost, though the first write was on the table: " + trial);
    } else {
      assertEquals(List.of(trial.signed().participant()), kept, trial.toString());
      assertEquals("COMPLETE", status, trial.toString());
    }
  }
}
