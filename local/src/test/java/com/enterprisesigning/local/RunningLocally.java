package com.enterprisesigning.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * A local run in this JVM, on the repository's own template, contract and events. Its calls return
 * plain responses, because tests also call paths that the contract does not describe; {@code
 * blackbox.Api} checks every answer against the contract.
 */
final class RunningLocally implements AutoCloseable {
  private final LocalRun run;
  private final ByteArrayOutputStream printed;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningLocally(LocalRun run, ByteArrayOutputStream printed) {
    this.run = run;
    this.printed = printed;
  }

  /** Starts a run on free ports. */
  static RunningLocally start(Wiring wiring, Map<String, String> environment) throws Exception {
    return start(wiring, Clock.systemUTC(), environment);
  }

  /** Starts a run on free ports, with the clock that its wiring uses too. */
  static RunningLocally start(Wiring wiring, Clock clock, Map<String, String> environment)
      throws Exception {
    Map<String, String> variables = new TreeMap<>(environment);
    variables.putIfAbsent("PORT", "0");
    variables.putIfAbsent("LOG", "console");
    return start(wiring, clock, LocalSettings.from(variables));
  }

  /** Starts a run with settings that the environment cannot give. */
  static RunningLocally start(Wiring wiring, Clock clock, LocalSettings settings) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    LocalRun run =
        LocalRun.start(
            settings,
            Checkout.read(Path.of("..").toAbsolutePath().normalize()),
            wiring,
            clock,
            new PrintStream(printed, true, StandardCharsets.UTF_8));
    return new RunningLocally(run, printed);
  }

  /** Hands over the messages that are due by the run's clock. */
  void followUp() {
    run.followUp();
  }

  URI url() {
    return run.url();
  }

  String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(url().resolve(path)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  /** Requests a token for a client whose secret is its name. */
  String token(String client) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + client).getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url().resolve("/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
    return json(send(request)).path("access_token").asText();
  }

  /** Performs an action of the simulated phone, with one member. */
  HttpResponse<String> phone(String action, String member, String value) throws Exception {
    return send(
        HttpRequest.newBuilder(url().resolve("/sandbox/phone/" + action))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"" + member + "\":\"" + value + "\"}")));
  }

  /** Reads the evidence of a participant. */
  HttpResponse<String> evidence(String token, String participant) throws Exception {
    return read(token, "/signing/participants/" + participant + "/evidence");
  }

  /** Reads from the signing API. */
  HttpResponse<String> read(String token, String path) throws Exception {
    return send(
        HttpRequest.newBuilder(url().resolve(path)).header("Authorization", "Bearer " + token));
  }

  /** Registers a participant for a person, and returns its id. */
  String participant(String token, String personalNumber) throws Exception {
    return register(token, personalNumber).at("/participants/0/id").asText();
  }

  /** Registers a process with one participant, and returns the answer. */
  JsonNode register(String token, String personalNumber) throws Exception {
    String body =
        """
        {"reference": "test", "participants":
          [{"personal_number": "%s", "user_visible_data": "I sign."}]}
        """
            .formatted(personalNumber);
    return json(call(token, "/signing/processes", body));
  }

  /** Calls the signing API with nothing but a participant. */
  HttpResponse<String> callFor(String token, String path, String participant) throws Exception {
    return call(token, path, "{\"participant_id\":\"" + participant + "\"}");
  }

  /** Calls the signing API. */
  HttpResponse<String> call(String token, String path, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(url().resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Override
  public void close() {
    http.shutdownNow();
    run.close();
  }
}
