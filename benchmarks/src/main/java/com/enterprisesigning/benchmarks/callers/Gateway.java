package com.enterprisesigning.benchmarks.callers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** A local run as its callers see it, from one IP. The client is {@code demo}. */
public final class Gateway {
  private static final String HERE = "127.0.0.1";
  private static final String ELSEWHERE = "127.0.0.2";

  private final URI url;
  private final HttpClient http;
  private final ObjectMapper json = new ObjectMapper();
  private final String token;

  private Gateway(URI url, String address) {
    this.url = url;
    this.http = client(address);
    this.token = token();
  }

  public static Gateway of(URI url) {
    return new Gateway(url, HERE);
  }

  /** Returns the same gateway for calls from another IP. */
  public static Gateway fromElsewhere(URI url) {
    return new Gateway(url, ELSEWHERE);
  }

  private static HttpClient client(String address) {
    try {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .localAddress(InetAddress.getByName(address))
          .build();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private String token() {
    String basic = Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));
    return send(HttpRequest.newBuilder(url.resolve("/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))
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
    var body = JsonNodeFactory.instance.objectNode().put("reference", "benchmark");
    body.putArray("participants")
        .addObject()
        .put("personal_number", personalNumber)
        .put("user_visible_data", text);
    return post("/signing/processes", body);
  }

  public Answered start(String participant) {
    return post("/signing/start", participant(participant));
  }

  public Answered startPhone(String participant) {
    return post("/signing/start/phone", participant(participant));
  }

  public Answered collect(String participant) {
    return post("/signing/collect", participant(participant));
  }

  public Answered cancel(String participant) {
    return post("/signing/cancel", participant(participant));
  }

  public Answered withdraw(String process) {
    return send(request("/signing/processes/" + process).DELETE());
  }

  public Answered get(String path) {
    return send(request(path));
  }

  /** Has the person's phone do something, such as {@code sign}. */
  public Answered phone(String action, Map<String, String> what) {
    return post("/sandbox/phone/" + action, json.valueToTree(what)).is(200);
  }

  private JsonNode participant(String id) {
    return JsonNodeFactory.instance.objectNode().put("participant_id", id);
  }

  private Answered post(String path, JsonNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private Answered send(HttpRequest.Builder request) {
    try {
      Instant sentAt = Instant.now();
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Instant endedAt = Instant.now();
      return new Answered(answer.statusCode(), json.readTree(answer.body()), sentAt, endedAt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
