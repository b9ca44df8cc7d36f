package com.enterprisesigning.functions.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeSpentTest {
  private final AtomicLong nanoTime = new AtomicLong(-7);
  private final TimeSpent spent = new TimeSpent(nanoTime::get);

  private String takes(long millis) {
    nanoTime.addAndGet(Duration.ofMillis(millis).toNanos());
    return "answer";
  }

  @Test
  void on_tellsTheAnswer_andWhatThisCallTook() {
    spent.on(() -> takes(3));

    assertEquals(new TimeSpent.Timed<>("answer", Duration.ofMillis(40)), spent.on(() -> takes(40)));
  }

  @Test
  void on_countsACallWithoutAnAnswer() {
    Runnable call = () -> takes(3);

    spent.on(call);

    assertEquals(Duration.ofMillis(3), spent.total());
    assertEquals(1, spent.calls());
  }

  @Test
  void total_isWhatAllCallsTook_andNothingBetweenThem() {
    spent.on(() -> takes(3));
    takes(500);
    spent.on(() -> takes(40));

    assertEquals(Duration.ofMillis(43), spent.total());
    assertEquals(2, spent.calls());
  }

  @Test
  void total_hasTheCallThatThrew() {
    assertThrows(
        IllegalStateException.class,
        () ->
            spent.on(() -> {
              takes(20);
              throw new IllegalStateException("a bug");
            }));

    assertEquals(Duration.ofMillis(20), spent.total());
    assertEquals(1, spent.calls());
  }

  @Test
  void total_losesNoCall_ofManyThreads() throws Exception {
    TimeSpent shared = new TimeSpent(new AtomicLong()::incrementAndGet);
    List<Callable<Long>> calls = new ArrayList<>();
    for (int i = 0; i < 3_200; i++) {
      calls.add(() -> shared.on(() -> "answer").took().toNanos());
    }
    long sum = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      for (Future<Long> took : threads.invokeAll(calls)) {
        sum += took.get();
      }
    }

    assertEquals(sum, shared.total().toNanos());
    assertEquals(3_200, shared.calls());
  }
}
