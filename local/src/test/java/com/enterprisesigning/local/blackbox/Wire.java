package com.enterprisesigning.local.blackbox;

import com.enterprisesigning.local.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** HTTP from a given address. Answers of the signing API are checked against the contract. */
public final class Wire implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Contract contract = Contract.ofRepository();
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Secrets secrets = new Secrets();

  Secrets secrets() {
    return secrets;
  }

  /** Adds the secrets of a run that none of its answers contains. */
  public void learnSecretsOf(URI run) throws Exception {
    JsonNode settings = new Phone(this, run).get("/sandbox/join").required("settings");
    new RunSecrets(settings).values().forEach(secrets::add);
  }

  /** Sends a request of the signing API. */
  Reply call(String address, HttpRequest.Builder request) throws Exception {
    Instant sentAt = Instant.now();
    HttpResponse<String> answer = send(address, request);
    Instant receivedAt = Instant.now();
    contract.check(
        answer.request().method(),
        answer.request().uri().getRawPath(),
        answer.statusCode(),
        answer.headers().firstValue("Content-Type"),
        answer.body());
    JsonNode body = json.readTree(answer.body());
    secrets.addAllOf(body);
    return new Reply(answer.statusCode(), answer.headers(), body, sentAt, receivedAt);
  }

  /** Sends a request of the signing API that is answered with a file. */
  HttpResponse<byte[]> file(String address, HttpRequest.Builder request) throws Exception {
    HttpClient client = clients.computeIfAbsent(address, Wire::client);
    HttpResponse<byte[]> answer =
        client.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofByteArray());
    contract.check(
        answer.request().method(),
        answer.request().uri().getRawPath(),
        answer.statusCode(),
        answer.headers().firstValue("Content-Type"),
        new String(answer.body(), StandardCharsets.ISO_8859_1));
    return answer;
  }

  /** Sends any request. */
  HttpResponse<String> send(String address, HttpRequest.Builder request) throws Exception {
    HttpClient client = clients.computeIfAbsent(address, Wire::client);
    return client.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpClient client(String address) {
    try {
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .localAddress(InetAddress.getByName(address))
          .connectTimeout(TIMEOUT)
          .build();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Returns a token with all scopes of the client. */
  String token(URI run, String client) throws Exception {
    String known = tokens.get(run + client);
    if (known == null) {
      known = token(run, client, "");
      tokens.put(run + client, known);
    }
    return known;
  }

  /**
   * Requests a token with these scopes, or with all scopes of the client if {@code scopes} is
   * empty.
   */
  String token(URI run, String client, String scopes) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + client).getBytes(StandardCharsets.UTF_8));
    String form =
        "grant_type=client_credentials"
            + (scopes.isEmpty() ? "" : "&scope=" + scopes.replace("/", "%2F").replace(" ", "+"));
    JsonNode answer =
        json.readTree(
            send(
                    "127.0.0.1",
                    HttpRequest.newBuilder(run.resolve("/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .body());
    secrets.addAllOf(answer);
    return answer.required("access_token").asText();
  }

  /** Writes any body as JSON. */
  String write(Object body) {
    return json.valueToTree(body).toString();
  }

  JsonNode read(String body) throws Exception {
    return json.readTree(body);
  }

  @Override
  public void close() {
    secrets.leave();
    clients.values().forEach(HttpClient::shutdownNow);
  }
}
