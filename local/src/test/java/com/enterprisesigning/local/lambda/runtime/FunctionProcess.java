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
 * An execution environment of Lambda: one function of the shipped jar in its own JVM, until it is
 * killed. What it prints is in {@code target/functions/<function>-<number>/log.txt}.
 */
public final class FunctionProcess implements AutoCloseable {
  private static final Duration TO_GET_READY = Duration.ofSeconds(60);

  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:-UsePerfData",
          // As Lambda's own runtime sets it, so that org.crac uses the hooks of the runtime client.
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

  /** Starts a function of the signing API. */
  public static FunctionProcess start(
      FunctionDefinition function, Map<String, String> environment, List<String> jvmOptions)
      throws IOException {
    return start(ShippedJar.FUNCTIONS, function, environment, jvmOptions);
  }

  /**
   * Starts a function; {@link #awaitReady} waits until its handler is created.
   *
   * @param jar that contains the handler
   * @param environment the function's variables, including credentials; this JVM's own are not
   *     passed on
   * @param jvmOptions such as the heap size
   */
  public static FunctionProcess start(
      ShippedJar jar,
      FunctionDefinition function,
      Map<String, String> environment,
      List<String> jvmOptions)
      throws IOException {
    return start(jar.path(), function, environment, jvmOptions);
  }

  /** Starts a function of any jar. */
  public static FunctionProcess start(
      Path jar,
      FunctionDefinition function,
      Map<String, String> environment,
      List<String> jvmOptions)
      throws IOException {
    return start(jar, function, environment, jvmOptions, "on-demand");
  }

  /** Starts a function of the signing API as Lambda starts one to take a snapshot of. */
  public static FunctionProcess startForSnapshot(
      FunctionDefinition function, Map<String, String> environment, List<String> jvmOptions)
      throws IOException {
    return startForSnapshot(ShippedJar.FUNCTIONS.path(), function, environment, jvmOptions);
  }

  /** Starts a function of any jar as Lambda starts one to take a snapshot of. */
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

  /** Returns the variables that Lambda sets itself. */
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
   * Waits until the handler is created.
   *
   * @throws IllegalStateException if it cannot be created
   */
  public void awaitReady() throws InterruptedException {
    try {
      api.ready().get(TO_GET_READY.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(function.name() + " does not start", e);
    }
  }

  /** Waits until the process is ready for its snapshot: its handler is created and primed. */
  public void awaitSnapshot() throws InterruptedException {
    try {
      api.snapshot().get(TO_GET_READY.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(function.name() + " comes to no snapshot", e);
    }
  }

  /** Returns the process id. */
  public long pid() {
    return process.pid();
  }

  /** Returns the file with everything that it has printed. */
  public Path log() {
    return classPath.nativeClient().resolveSibling("log.txt");
  }

  /** Dumps what a snapshot holds of the heap: everything that is reachable. */
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

  /** Continues after {@link #awaitSnapshot}, as a restored process. */
  public void restore() {
    api.restore();
  }

  /**
   * Passes an event to the function, once it is ready, and waits for the outcome. A process that
   * runs past its timeout is killed, as on Lambda.
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

  /** Sends SIGTERM and waits for the end. */
  public void terminate() {
    process.destroy();
    process.onExit().join();
  }

  /** Kills the process ({@code kill -9}); callers that wait for an answer learn of it. */
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
