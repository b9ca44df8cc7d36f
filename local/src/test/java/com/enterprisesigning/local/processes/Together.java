package com.enterprisesigning.local.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs several actions at the same moment. */
final class Together {
  private Together() {}

  /** One of the actions. */
  @FunctionalInterface
  interface Act<T> {
    T run(int number) throws Exception;
  }

  /** Starts all of them at once, and waits for all of them. */
  static <T> List<T> run(int many, Act<T> act) throws Exception {
    CountDownLatch gate = new CountDownLatch(many);
    List<Future<T>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        int number = i;
        running.add(
            threads.submit(() -> {
              gate.countDown();
              gate.await();
              return act.run(number);
            }));
      }
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : running) {
      results.add(future.get());
    }
    return results;
  }
}
