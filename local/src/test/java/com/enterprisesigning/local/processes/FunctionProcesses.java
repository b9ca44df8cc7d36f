package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.lambda.runtime.Invoked;
import com.enterprisesigning.local.template.FunctionDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The processes of some functions. A call takes a free process, and waits if there is none. A
 * process that was killed is replaced by a new one.
 */
final class FunctionProcesses implements AutoCloseable {
  /** A process whose handler cannot be created is started again, as on Lambda. */
  private static final int TRIES = 3;

  private final Map<String, BlockingQueue<FunctionProcess>> free = new ConcurrentHashMap<>();
  private final Queue<FunctionProcess> started = new ConcurrentLinkedQueue<>();

  /** Starts one process per core at a time: if all started at once, none would be ready in time. */
  private final ExecutorService starting =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  private final Path jar;
  private final Map<String, String> environment;
  private final List<String> jvmOptions;
  private final int threads;

  private FunctionProcesses(
      Path jar, Map<String, String> environment, List<String> jvmOptions, int threads) {
    this.jar = jar;
    this.environment = environment;
    this.jvmOptions = jvmOptions;
    this.threads = threads;
  }

  /**
   * Starts the processes, and waits until all are ready.
   *
   * @param jar that contains the functions
   * @param numbers how many of each function
   * @param threads that share a process and its one handler, as on Lambda Managed Instances
   */
  static FunctionProcesses start(
      Path jar,
      Map<FunctionDefinition, Integer> numbers,
      Map<String, String> environment,
      List<String> jvmOptions,
      int threads)
      throws Exception {
    FunctionProcesses processes = new FunctionProcesses(jar, environment, jvmOptions, threads);
    List<Future<?>> all = new ArrayList<>();
    for (Map.Entry<FunctionDefinition, Integer> number : numbers.entrySet()) {
      processes.free.put(number.getKey().name(), new LinkedBlockingQueue<>());
      for (int i = 0; i < number.getValue(); i++) {
        all.add(processes.startOne(number.getKey()));
      }
    }
    try {
      for (Future<?> one : all) {
        one.get();
      }
      return processes;
    } catch (Exception e) {
      processes.close();
      throw e;
    }
  }

  private Future<?> startOne(FunctionDefinition function) {
    return starting.submit(() -> {
      FunctionProcess process = ready(function, TRIES);
      for (int i = 0; i < threads; i++) {
        free.get(function.name()).add(process);
      }
      return process;
    });
  }

  private FunctionProcess ready(FunctionDefinition function, int tries) throws Exception {
    FunctionProcess process = FunctionProcess.start(jar, function, environment, jvmOptions);
    started.add(process);
    try {
      process.awaitReady();
      return process;
    } catch (IllegalStateException e) {
      if (tries == 1) {
        throw e;
      }
      return ready(function, tries - 1);
    }
  }

  /**
   * Passes an event to a free process.
   *
   * @param killer which may kill the process meanwhile
   */
  Invoked invoke(FunctionDefinition function, String event, Optional<Killer> killer)
      throws Exception {
    FunctionProcess process = free.get(function.name()).take();
    Optional<Thread> aiming = killer.map(it -> it.aimAt(process));
    try {
      return process.invoke(event);
    } finally {
      if (aiming.isPresent()) {
        aiming.get().interrupt();
        aiming.get().join();
      }
      if (process.isAlive()) {
        free.get(function.name()).add(process);
      } else {
        // A failure is not reported here: it shows in the calls that then wait for a process.
        Future<?> _ = startOne(function);
      }
    }
  }

  boolean has(FunctionDefinition function) {
    return free.containsKey(function.name());
  }

  @Override
  public void close() {
    starting.shutdownNow();
    for (FunctionProcess process : started) {
      try {
        process.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
