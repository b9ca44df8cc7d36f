package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static com.enterprisesigning.local.blackbox.Caller.DEMO_ELSEWHERE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fifty starts of one person at once, each on its own connection, over two processes. */
@Tag("thorough")
@ExtendWith(SharedRuns.class)
class SimultaneousStartsTest {
  private static final int STARTS = 50;
  private static final int ROUNDS = 3;
  private static final Lock ONE_STORM = new ReentrantLock();

  /** The callers and channels of the starts. */
  enum Storm {
    MIXED_ADDRESSES,
    SAME_ADDRESS,
    ALL_BY_PHONE,
    BOTH_WAYS;

    Reply start(Api api, String participant, int number) throws Exception {
      boolean even = number / 2 % 2 == 0; // both kinds reach both gateways
      return switch (this) {
        case MIXED_ADDRESSES -> api.start(even ? DEMO : DEMO_ELSEWHERE, participant);
        case SAME_ADDRESS -> api.start(DEMO, participant);
        case ALL_BY_PHONE -> api.startPhone(DEMO, participant);
        case BOTH_WAYS -> even ? api.start(DEMO, participant) : api.startPhone(DEMO, participant);
      };
    }
  }

  private final Runs runs;

  SimultaneousStartsTest(Runs runs) {
    this.runs = runs;
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void orders_neverRunSideBySide_andALoneStartAfterTheBlockAnswers200(Storm storm)
      throws Exception {
    Api api = runs.apiForStorms();
    String person = runs.person();
    String participant = api.register(DEMO, person).participant();
    for (int round = 0; round < ROUNDS; round++) {
      List<Reply> replies = storm(api, storm, participant);
      checkAnswers(replies);
      checkJournal(person, replies);
      calm(api, storm, participant, replies, person);
    }
  }

  /** Runs one storm at a time: four at once would test the machine, and run into timeouts. */
  private static List<Reply> storm(Api api, Storm storm, String participant) throws Exception {
    CountDownLatch together = new CountDownLatch(STARTS);
    List<Future<Reply>> running = new ArrayList<>();
    ONE_STORM.lockInterruptibly();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < STARTS; i++) {
        int number = i;
        running.add(
            threads.submit(() -> {
              together.countDown();
              together.await();
              return storm.start(api, participant, number);
            }));
      }
    } finally {
      ONE_STORM.unlock();
    }
    List<Reply> replies = new ArrayList<>();
    for (Future<Reply> future : running) {
      replies.add(future.get());
    }
    return replies;
  }

  private static void checkAnswers(List<Reply> replies) {
    for (Reply reply : replies) {
      if (reply.status() != 200) {
        reply.is(409, "RFA4_SIGNING_IN_PROGRESS");
      }
    }
  }

  private void checkJournal(String person, List<Reply> replies) throws Exception {
    List<JournalOrder> orders =
        runs.phone().orders(person).stream()
            .sorted(Comparator.comparing(JournalOrder::createdAt))
            .toList();
    for (int i = 1; i < orders.size(); i++) {
      assertTrue(
          orders.get(i - 1).isBefore(orders.get(i)),
          orders.get(i - 1) + " was still running when this order was created: " + orders.get(i));
    }
    long answered = replies.stream().filter(reply -> reply.status() == 200).count();
    long live = orders.stream().filter(JournalOrder::isLive).count();
    assertTrue(answered <= orders.size(), answered + " starts answered 200 but have no order");
    assertTrue(live == 0 || answered > 0, "an order is running that no answer named");
  }

  /** Waits for the block, ends what is left, and starts alone. */
  private void calm(Api api, Storm storm, String participant, List<Reply> replies, String person)
      throws Exception {
    Optional<Instant> blockEnd =
        replies.stream().flatMap(reply -> reply.retryAt().stream()).max(Instant::compareTo);
    if (blockEnd.isPresent()) {
      Waiting.until(blockEnd.get());
    }
    if (runs.phone().orders(person).stream().anyMatch(JournalOrder::isLive)) {
      api.cancel(DEMO, participant).is(204);
    }
    assertEquals(200, storm.start(api, participant, 0).status(), "the lone start");
    api.cancel(DEMO, participant).is(204);
  }
}
