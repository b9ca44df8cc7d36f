package com.enterprisesigning.local;

import com.enterprisesigning.local.leaks.RunLog;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Local runs as processes, which end with the test. */
final class LocalProcesses implements AutoCloseable {
  static final Pattern PERSONAL_NUMBER = Pattern.compile("(?<![0-9a-f-])18[0-9]{10}(?![0-9])");

  private final List<Running> started = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Path temporary;

  /**
   * Starts no run yet.
   *
   * @param temporary where runs keep their copies
   */
  LocalProcesses(Path temporary) {
    this.temporary = temporary;
  }

  /**
   * Starts a run on free ports, as the profile {@code local} does. It uses the JVM's cheap compiler
   * and collector, because tests look only at its start and its end.
   */
  Running start(String... variableAndValue) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dlocal.exitWithParent=true",
            "-Dstdout.encoding=UTF-8",
            "-Djava.io.tmpdir=" + temporary,
            "--class-path",
            Path.of("target", "classes").toAbsolutePath().toString(),
            Main.class.getName(),
            System.getProperty("java.class.path"));
    builder.environment().put("PORT", "0");
    for (int i = 0; i < variableAndValue.length; i += 2) {
      builder.environment().put(variableAndValue[i], variableAndValue[i + 1]);
    }
    Running running = new Running(builder.redirectErrorStream(true).start(), RunLog.create());
    started.add(running);
    return running;
  }

  /** Returns the class path copies that runs have not deleted. */
  List<Path> copies() throws IOException {
    try (var files = Files.list(temporary)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("enterprise-signing-"))
          .toList();
    }
  }

  int status(URI url) throws Exception {
    return send(HttpRequest.newBuilder(url)).statusCode();
  }

  /** Registers a participant, starts twice (a conflict), collects and cancels. */
  void meetConflict(URI url) throws Exception {
    String basic = Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
    String token =
        member(
            send(
                HttpRequest.newBuilder(url.resolve("/oauth2/token"))
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))),
            "/access_token");
    String registration =
        """
        {"reference": "test", "participants":
          [{"personal_number": "189511239916", "user_visible_data": "I sign."}]}
        """;
    String participant =
        member(post(token, url.resolve("/signing/processes"), registration), "/participants/0/id");
    String body = "{\"participant_id\":\"" + participant + "\"}";
    post(token, url.resolve("/signing/start"), body);
    post(token, url.resolve("/signing/start"), body);
    post(token, url.resolve("/signing/collect"), body);
    post(token, url.resolve("/signing/cancel"), body);
  }

  private HttpResponse<String> post(String token, URI url, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(url)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String member(HttpResponse<String> answer, String pointer) throws Exception {
    return new ObjectMapper().readTree(answer.body()).at(pointer).asText();
  }

  @Override
  public void close() {
    for (Running running : started) {
      running.process.destroyForcibly().onExit().join();
    }
    http.shutdownNow();
  }

  /** A run as a process. */
  static final class Running {
    private final Process process;
    private final RunLog log;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final Thread reader;

    private Running(Process process, RunLog log) {
      this.process = process;
      this.log = log;
      this.reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
      try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
          lines.add(line);
          if (ready.isDone()) {
            log.keep(line);
          }
          if (line.startsWith("Ready: ")) {
            ready.complete(URI.create(line.substring("Ready: ".length())));
          }
        }
        ready.completeExceptionally(new IllegalStateException("never ready:\n" + printed()));
      } catch (IOException e) {
        ready.completeExceptionally(e);
      }
    }

    /** Waits until the run serves, and returns its URL. */
    URI readyUrl() throws Exception {
      return ready.get();
    }

    String printed() {
      return String.join("\n", lines);
    }

    /** Sends SIGTERM and returns the exit code. */
    int terminate() throws InterruptedException {
      process.destroy();
      return exitCode();
    }

    /** Sends SIGKILL and waits for the end. */
    void kill() throws InterruptedException {
      process.destroyForcibly();
      process.waitFor();
    }

    int exitCode() throws InterruptedException {
      int code = process.waitFor();
      reader.join();
      return code;
    }
  }
}
