package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.benchmarks.report.Spread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A number of callers, each making one call after another for some seconds.
 *
 * @param all every call, including the warm-up
 * @param counted the calls that ended after the warm-up and before the end
 * @param took the duration after the warm-up
 */
record Step(int callers, List<Call> all, List<Call> counted, Duration took) {
  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final Duration MEASURED = Duration.ofSeconds(5);

  /** What a caller does repeatedly. */
  @FunctionalInterface
  interface Turn {
    /** Makes some calls, and adds each of them to {@code calls}. */
    void take(int caller, int turn, Queue<Call> calls);
  }

  /** A call, by name. */
  record Call(String name, Answered answered) {}

  static Step of(int callers, Turn turn) throws Exception {
    ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();
    Instant begin = Instant.now().plus(WARM_UP);
    Instant end = begin.plus(MEASURED);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> running =
          IntStream.range(0, callers)
              .mapToObj(caller ->
                  threads.submit(() -> {
                    for (int i = 0; Instant.now().isBefore(end); i++) {
                      turn.take(caller, i, calls);
                    }
                  }))
              .toList();
      for (Future<?> one : running) {
        one.get();
      }
    }
    List<Call> counted =
        calls.stream()
            .filter(call -> call.answered().endedAt().isAfter(begin))
            .filter(call -> call.answered().endedAt().isBefore(end))
            .toList();
    return new Step(callers, List.copyOf(calls), counted, MEASURED);
  }

  double callsASecond() {
    return counted.size() / (double) took.toSeconds();
  }

  Spread millis() {
    return new Spread(counted.stream().map(call -> call.answered().millis()).toList());
  }

  Spread millis(String name) {
    return new Spread(
        counted.stream()
            .filter(call -> call.name().equals(name))
            .map(call -> call.answered().millis())
            .toList());
  }

  long count(String name, int status) {
    return counted.stream()
        .filter(call -> call.name().equals(name) && call.answered().status() == status)
        .count();
  }
}
