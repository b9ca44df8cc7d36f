package com.enterprisesigning.benchmarks.callers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls a local run as the client {@code demo}. Unlike the tests' client, it does not check answers
 * against the contract, because that work would count in the measurement.
 */
public final class Gateway {
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http;
  private final URI url;
  private final String token;

  /** Gets a token from the run at this URL. */
  public Gateway(URI url) {
    this.http = http().build();
    this.url = url;
    this.token = token();
  }

  private Gateway(HttpClient http, URI url, String token) {
    this.http = http;
    this.url = url;
    this.token = token;
  }

  /**
   * Returns the same gateway, called from another IP.
   *
   * @param ip an address of this machine, such as 127.0.0.2
   */
  public Gateway from(String ip) {
    return new Gateway(http().localAddress(InetAddress.ofLiteral(ip)).build(), url, token);
  }

  private static HttpClient.Builder http() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
  }

  private String token() {
    String basic = Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
    return send(HttpRequest.newBuilder(url.resolve("/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials")))
        .is(200)
        .body()
        .path("access_token")
        .asText();
  }

  /** Registers the person with a short text. */
  public Answered register(String personalNumber) {
    return register(personalNumber, "I borrow 100 kronor.");
  }

  /** Registers the person with the given text. */
  public Answered register(String personalNumber, String text) {
    return register(personalNumber, text, Optional.empty());
  }

  /** Registers the person with the given texts. */
  public Answered register(String personalNumber, String visible, Optional<String> nonVisible) {
    Map<String, String> participant = new HashMap<>();
    participant.put("personal_number", personalNumber);
    participant.put("user_visible_data", visible);
    nonVisible.ifPresent(it -> participant.put("user_non_visible_data", it));
    return post(
        "/signing/processes",
        Map.of("reference", "benchmark", "participants", List.of(participant)));
  }

  public Answered start(String participant) {
    return post("/signing/start", Map.of("participant_id", participant));
  }

  public Answered collect(String participant) {
    return post("/signing/collect", Map.of("participant_id", participant));
  }

  public Answered cancel(String participant) {
    return post("/signing/cancel", Map.of("participant_id", participant));
  }

  public Answered evidence(String participant) {
    return get("/signing/participants/" + participant + "/evidence");
  }

  /** Returns the evidence package, as bytes of a zip. */
  public byte[] evidencePackage(String participant) {
    HttpResponse<byte[]> answer =
        sent(
            request("/signing/participants/" + participant + "/evidence")
                .header("Accept", "application/zip"),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("answered " + answer.statusCode() + " instead of a package");
    }
    return answer.body();
  }

  /** Returns the document that another run reads to join this one. */
  public JsonNode join() {
    return get("/sandbox/join").is(200).body();
  }

  /** Returns all orders of the person in BankID's journal. */
  public JsonNode orders(String personalNumber) {
    return get("/sandbox/orders?personal_number=" + personalNumber).is(200).body();
  }

  /** Opens the app with the autostart token of a start, and returns the order. */
  public String open(Answered started) {
    String token = started.body().required("autostart_token").asText();
    return post("/sandbox/phone/open", Map.of("autostart_token", token))
        .is(200)
        .body()
        .required("order_ref")
        .asText();
  }

  /** Signs the order on the person's phone. */
  public void sign(String order) {
    post("/sandbox/phone/sign", Map.of("order_ref", order)).is(200);
  }

  private Answered get(String path) {
    return send(request(path));
  }

  private Answered post(String path, Map<String, ?> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.valueToTree(body).toString())));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private Answered send(HttpRequest.Builder request) {
    Instant sentAt = Instant.now();
    HttpResponse<String> answer = sent(request, BodyHandlers.ofString());
    Instant endedAt = Instant.now();
    try {
      return new Answered(answer.statusCode(), json.readTree(answer.body()), sentAt, endedAt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> HttpResponse<T> sent(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
