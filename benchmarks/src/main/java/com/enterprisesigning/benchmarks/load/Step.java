package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.benchmarks.report.Spread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * The calls of several callers, each of which makes one call after another for some seconds.
 *
 * @param all every call, including the warm-up
 * @param counted the calls that ended after the warm-up and before the end
 */
record Step(int callers, List<Call> all, List<Call> counted) {
  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final Duration MEASURED = Duration.ofSeconds(5);

  /** The calls that a caller repeats. */
  @FunctionalInterface
  interface Turn {
    /** Makes some calls, and adds each of them to {@code calls}. */
    void take(int caller, int turn, Queue<Call> calls);
  }

  /** A call, by name. */
  record Call(String name, Answered answered) {}

  static Step of(int callers, Turn turn) throws Exception {
    Queue<Call> calls = new ConcurrentLinkedQueue<>();
    Instant begin = Instant.now().plus(WARM_UP);
    Instant end = begin.plus(MEASURED);
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        int caller = i;
        running.add(
            threads.submit(() -> {
              for (int turns = 0; Instant.now().isBefore(end); turns++) {
                turn.take(caller, turns, calls);
              }
            }));
      }
    }
    for (Future<?> one : running) {
      one.get();
    }
    List<Call> counted =
        calls.stream()
            .filter(call -> call.answered().endedAt().isAfter(begin))
            .filter(call -> call.answered().endedAt().isBefore(end))
            .toList();
    return new Step(callers, List.copyOf(calls), counted);
  }

  double callsASecond() {
    return counted.size() / (double) MEASURED.toSeconds();
  }

  Spread millis() {
    return millis(_ -> true);
  }

  Spread millis(String name) {
    return millis(call -> call.name().equals(name));
  }

  private Spread millis(Predicate<Call> wanted) {
    return new Spread(
        counted.stream().filter(wanted).map(call -> call.answered().millis()).toList());
  }

  long count(String name, int status) {
    return counted.stream()
        .filter(call -> call.name().equals(name) && call.answered().status() == status)
        .count();
  }

  /** Returns the answers of all starts, including those of the warm-up. */
  List<Answered> starts() {
    return all.stream().filter(call -> call.name().equals("start")).map(Call::answered).toList();
  }

  /** Returns the highest rate of calls, and the 99th percentile of the last step. */
  static String summary(List<Step> steps) {
    Step last = steps.getLast();
    return "up to %.0f calls/s; p99 with %d callers %.0f ms"
        .formatted(
            steps.stream().mapToDouble(Step::callsASecond).max().orElse(0),
            last.callers(),
            last.millis().quantile(0.99));
  }
}
