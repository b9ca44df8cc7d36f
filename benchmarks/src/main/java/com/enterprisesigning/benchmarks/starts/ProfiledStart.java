package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One start whose JVM logs the classes it loads, together with the times of its phases. */
public final class ProfiledStart {
  private final Subject subject;

  /**
   * Prepares the start of a function that uses the given local run.
   *
   * @param function its logical id in the template
   * @param directory where the references' jars are
   * @throws IllegalArgumentException if that function is not measured
   */
  public ProfiledStart(String function, URI run, Path directory) throws IOException {
    subject =
        Subjects.of(run, directory).ours().stream()
            .map(Subjects.Measured::function)
            .filter(one -> one.name().equals(function))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no benchmark measures " + function));
  }

  /**
   * A phase of the start, in milliseconds since the process began.
   *
   * @param name as a table shows it
   */
  public record Phase(String name, long fromMillis, long toMillis) {}

  /** Starts without a snapshot. */
  public List<Phase> cold(Path log) throws Exception {
    String event = subject.event().get();
    long began = System.nanoTime();
    try (FunctionProcess process = subject.start(options(log))) {
      process.awaitReady();
      long ready = millisSince(began);
      process.invoke(event);
      return List.of(
          new Phase("until the handler is ready", 0, ready),
          new Phase("first call", ready, millisSince(began)));
    }
  }

  /** Starts as for a snapshot, and continues after it. */
  public List<Phase> primed(Path log) throws Exception {
    String event = subject.event().get();
    long began = System.nanoTime();
    try (FunctionProcess process = subject.startForSnapshot(options(log))) {
      process.awaitSnapshot();
      long primed = millisSince(began);
      process.restore();
      process.invoke(event);
      return List.of(
          new Phase("until it is primed", 0, primed),
          new Phase("restored, and first call", primed, millisSince(began)));
    }
  }

  private static List<String> options(Path log) {
    List<String> options = new ArrayList<>(ColdStarts.Tiers.C1.options());
    options.add("-Xlog:class+load:file=" + log + ":uptimemillis:filecount=0");
    return options;
  }

  private static long millisSince(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }
}
