package com.enterprisesigning.local.blackbox;

import com.enterprisesigning.local.Main;
import com.enterprisesigning.local.leaks.RunLog;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A local run as a separate process, and what it prints. */
public final class RunProcess implements AutoCloseable {
  private static final String READY = "Ready: ";
  private static final Duration TO_GET_READY = Duration.ofMinutes(2);
  private static final Duration TO_END = Duration.ofSeconds(20);

  private final Process process;
  private final Queue<String> beforeReady = new ConcurrentLinkedQueue<>();
  private final Queue<String> afterReady = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<URI> ready = new CompletableFuture<>();

  private final RunLog log;
  private final List<Thread> readers;

  private RunProcess(Process process, RunLog log) {
    this.process = process;
    this.log = log;
    this.readers =
        Stream.of(process.getInputStream(), process.getErrorStream())
            .map(stream -> Thread.ofPlatform().daemon().unstarted(() -> read(stream)))
            .toList();
  }

  /** Starts a run on free ports, and waits for its {@code Ready:}. */
  public static RunProcess start(Map<String, String> environment) throws Exception {
    // In the build directory, because a run that is killed leaves its files behind.
    Path temporary = Files.createDirectories(Path.of("target", "local-runs").toAbsolutePath());
    RunProcess run = launch(environment, temporary);
    try {
      run.ready.get(TO_GET_READY.toSeconds(), TimeUnit.SECONDS);
      return run;
    } catch (ExecutionException | TimeoutException e) {
      run.close();
      throw new IllegalStateException(
          "the local run did not get ready; it printed: " + run.beforeReady, e);
    }
  }

  /**
   * Starts a run on free ports, unless the environment says otherwise, and does not wait for it.
   *
   * @param temporary where it keeps its files
   */
  static RunProcess launch(Map<String, String> environment, Path temporary) throws Exception {
    RunProcess run = new RunProcess(spawn(environment, temporary), RunLog.create());
    run.readers.forEach(Thread::start);
    return run;
  }

  private static Process spawn(Map<String, String> environment, Path temporary)
      throws IOException, URISyntaxException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"));
    command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-XX:TieredStopAtLevel=1"));
    command.add("-Dlocal.exitWithParent=true");
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "--class-path"));
    command.add(
        Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    command.addAll(List.of(Main.class.getName(), productClassPath()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PORT", "0");
    builder.environment().put("LOG", "console");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String productClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void read(InputStream stream) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(line);
        if (line.startsWith(READY)) {
          ready.complete(URI.create(line.substring(READY.length())));
        }
      }
    } catch (IOException e) {
      ready.completeExceptionally(new UncheckedIOException(e));
    }
    ready.completeExceptionally(new IllegalStateException("it ended"));
  }

  private void keep(String line) {
    if (ready.isDone()) {
      afterReady.add(line);
      log.keep(line);
    } else {
      beforeReady.add(line);
    }
  }

  /** Waits until it serves. */
  public URI url() {
    return ready.join();
  }

  /** Returns everything that it has printed, on both streams. */
  List<String> printedEver() {
    return Stream.concat(beforeReady.stream(), afterReady.stream()).toList();
  }

  /** Returns everything that it has printed since its {@code Ready:}, on both streams. */
  public List<String> printed() {
    return List.copyOf(afterReady);
  }

  /** Kills the process ({@code kill -9}) and waits for its end. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /**
   * Sends SIGTERM and waits for the end.
   *
   * @return how long it took to end, and its exit status
   */
  Ended terminate() throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the process did not end within " + TO_END);
    }
    return new Ended(Duration.ofNanos(System.nanoTime() - start), exitStatus());
  }

  /** Waits for the end and for its last line. */
  int exitStatus() throws InterruptedException {
    int status = process.waitFor();
    for (Thread reader : readers) {
      reader.join();
    }
    return status;
  }

  record Ended(Duration after, int status) {}

  @Override
  public void close() {
    kill();
  }
}
