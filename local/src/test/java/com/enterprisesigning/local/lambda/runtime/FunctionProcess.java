package com.enterprisesigning.local.lambda.runtime;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.enterprisesigning.local.template.FunctionDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An execution environment of Lambda: one function of the shipped jar in a JVM of its own, until it
 * is killed. What it prints is in {@code target/functions/<function>-<number>/log.txt}.
 */
public final class FunctionProcess implements AutoCloseable {
  private static final Duration TO_GET_READY = Duration.ofSeconds(60);

  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:-UsePerfData",
          // As Lambda's own runtime has it: hooks of org.crac are the runtime client's.
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final FunctionDefinition function;
  private final RuntimeApi api;
  private final Process process;
  private final FunctionClassPath classPath;

  private FunctionProcess(
      FunctionDefinition function, RuntimeApi api, Process process, FunctionClassPath classPath) {
    this.function = function;
    this.api = api;
    this.process = process;
    this.classPath = classPath;
  }

  /** Starts one of the signing API. */
  public static FunctionProcess start(
      FunctionDefinition function, Map<String, String> environment, List<String> jvmOptions)
      throws IOException {
    return start(ShippedJar.FUNCTIONS, function, environment, jvmOptions);
  }

  /**
   * Starts one; {@link #awaitReady} tells when its handler is made.
   *
   * @param jar in which the handler is
   * @param environment the function's variables, credentials among them; this JVM's own are not
   *     passed on
   * @param jvmOptions such as the size of its heap
   */
  public static FunctionProcess start(
      ShippedJar jar,
      FunctionDefinition function,
      Map<String, String> environment,
      List<String> jvmOptions)
      throws IOException {
    return start(jar.path(), function, environment, jvmOptions);
  }

  /** The same, of any jar. */
  public static FunctionProcess start(
      Path jar,
      FunctionDefinition function,
      Map<String, String> environment,
      List<String> jvmOptions)
      throws IOException {
    return start(jar, function, environment, jvmOptions, "on-demand");
  }

  /** The same, but as Lambda starts the one that it takes a snapshot of. */
  public static FunctionProcess startForSnapshot(
      FunctionDefinition function, Map<String, String> environment, List<String> jvmOptions)
      throws IOException {
    return startForSnapshot(ShippedJar.FUNCTIONS.path(), function, environment, jvmOptions);
  }

  /** The same, of any jar. */
  public static FunctionProcess startForSnapshot(
      Path jar,
      FunctionDefinition function,
      Map<String, String> environment,
      List<String> jvmOptions)
      throws IOException {
    return start(jar, function, environment, jvmOptions, "snap-start");
  }

  private static FunctionProcess start(
      Path jar,
      FunctionDefinition function,
      Map<String, String> environment,
      List<String> jvmOptions,
      String initializationType)
      throws IOException {
    Path directory =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "functions").toAbsolutePath()),
            function.name() + "-");
    FunctionClassPath classPath = FunctionClassPath.of(jar, directory);
    RuntimeApi api =
        RuntimeApi.start(
            "arn:aws:lambda:eu-north-1:000000000000:function:" + function.name(),
            function.timeout());
    Map<String, String> variables = new HashMap<>(environment);
    variables.putAll(variables(function, api));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", initializationType);
    Process process = spawn(function, variables, jvmOptions, classPath, directory);
    Thread.startVirtualThread(() -> {
      process.onExit().join();
      api.died();
    });
    return new FunctionProcess(function, api, process, classPath);
  }

  private static Process spawn(
      FunctionDefinition function,
      Map<String, String> environment,
      List<String> jvmOptions,
      FunctionClassPath classPath,
      Path directory)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    command.addAll(jvmOptions);
    command.add("-Djava.io.tmpdir=" + directory);
    command.addAll(classPath.options());
    command.addAll(List.of(AWSLambda.class.getName(), function.handler()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log.txt").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Those that Lambda sets itself. */
  private static Map<String, String> variables(FunctionDefinition function, RuntimeApi api) {
    return Map.of(
        "AWS_LAMBDA_RUNTIME_API",
        api.address(),
        "_HANDLER",
        function.handler(),
        "AWS_LAMBDA_FUNCTION_NAME",
        function.name(),
        "AWS_LAMBDA_FUNCTION_VERSION",
        "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        String.valueOf(function.memoryMegabytes()),
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "/aws/lambda/" + function.name(),
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "local",
        "LANG",
        "C.UTF-8");
  }

  /**
   * Waits until the handler is made.
   *
   * @throws IllegalStateException where it cannot be
   */
  public void awaitReady() throws InterruptedException {
    try {
      api.ready().get(TO_GET_READY.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(function.name() + " does not start", e);
    }
  }

  /** Waits until it is to be frozen: its handler is made and primed. */
  public void awaitSnapshot() throws InterruptedException {
    try {
      api.snapshot().get(TO_GET_READY.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(function.name() + " comes to no snapshot", e);
    }
  }

  /** The process's number, by which the system tells of it. */
  public long pid() {
    return process.pid();
  }

  /** What it has printed. */
  public Path log() {
    return classPath.nativeClient().resolveSibling("log.txt");
  }

  /** What a snapshot holds of the heap: all that can be reached. */
  public Path heapDump() throws IOException, InterruptedException {
    Path dump = classPath.nativeClient().resolveSibling("heap.hprof");
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(process.pid()),
                "GC.heap_dump",
                dump.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (jcmd.waitFor() != 0) {
      throw new IllegalStateException("no heap dump of " + function.name());
    }
    return dump;
  }

  /** Goes on after {@link #awaitSnapshot}, as one that was restored. */
  public void restore() {
    api.restore();
  }

  /**
   * Hands an event to the function, once it is ready, and waits for what comes of it. One that is
   * over its time is killed, as Lambda does.
   */
  public Invoked invoke(String event) throws InterruptedException {
    CompletableFuture<Invoked> result = api.invoke(event);
    Duration patience = api.ready().isDone() ? function.timeout() : TO_GET_READY;
    try {
      return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      kill();
      return new Invoked.Died();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGTERM, and waits for its end. */
  public void terminate() {
    process.destroy();
    process.onExit().join();
  }

  /** {@code kill -9}; whoever waits for an answer learns of it. */
  public void kill() {
    process.destroyForcibly().onExit().join();
    api.died();
  }

  @Override
  public void close() throws IOException {
    kill();
    api.close();
    Files.delete(classPath.nativeClient());
  }
}
