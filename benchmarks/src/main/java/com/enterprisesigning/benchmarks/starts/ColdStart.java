package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.lambda.runtime.Invoked;
import java.util.List;

/**
 * One start of a process and its first answer, in milliseconds.
 *
 * @param init from the start of the process until it asks for an event
 * @param first the duration of the first invocation
 * @param residentMegabytes resident memory after the first invocation
 */
record ColdStart(double init, double first, double residentMegabytes) {

  double whole() {
    return init + first;
  }

  /** Starts a process as Lambda does without SnapStart. */
  static ColdStart of(Subject subject, List<String> jvmOptions) throws Exception {
    String event = subject.event().get();
    long began = System.nanoTime();
    try (FunctionProcess process = subject.start(jvmOptions)) {
      process.awaitReady();
      double init = millisSince(began);
      return new ColdStart(init, invoke(process, event), Memory.resident(process));
    }
  }

  /**
   * Starts a process, primes it, and lets it continue like a restored function. {@code init}
   * includes the priming; {@code first} includes the restore.
   */
  static ColdStart primed(Subject subject, List<String> jvmOptions) throws Exception {
    String event = subject.event().get();
    long began = System.nanoTime();
    try (FunctionProcess process = subject.startForSnapshot(jvmOptions)) {
      process.awaitSnapshot();
      double init = millisSince(began);
      long restored = System.nanoTime();
      process.restore();
      invoke(process, event);
      return new ColdStart(init, millisSince(restored), Memory.resident(process));
    }
  }

  private static double invoke(FunctionProcess process, String event) throws InterruptedException {
    long began = System.nanoTime();
    Invoked invoked = process.invoke(event);
    double took = millisSince(began);
    if (!(invoked instanceof Invoked.Answered(var answer))
        || answer.path("statusCode").asInt() / 100 != 2) {
      throw new IllegalStateException("The measured call failed: " + invoked);
    }
    return took;
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }
}
