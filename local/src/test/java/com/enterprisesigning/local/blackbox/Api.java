package com.enterprisesigning.local.blackbox;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The signing API behind one gateway, or behind several that take the calls in turn. */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Wire wire;
  private final Secrets secrets;
  private final List<URI> gateways;
  private final Semaphore inFlight;
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * @param inFlight limits the calls that wait for an answer at the same time
   */
  public Api(Wire wire, List<URI> gateways, Semaphore inFlight) {
    this.wire = wire;
    this.inFlight = inFlight;
    this.secrets = wire.secrets();
    this.gateways = List.copyOf(gateways);
  }

  /** Returns the gateway whose turn it is. */
  private URI next() {
    return gateways.get(calls.getAndIncrement() % gateways.size());
  }

  Reply start(Caller caller, String participant, String... headers) throws Exception {
    return start(caller, participant, Map.of(), headers);
  }

  /** Starts with other members beside the participant. */
  public Reply start(Caller caller, String participant, Map<String, ?> others, String... headers)
      throws Exception {
    Map<String, Object> body = new TreeMap<>(others);
    body.put("participant_id", participant);
    return post(caller, "/signing/start", body, headers);
  }

  Reply startPhone(Caller caller, String participant, String... headers) throws Exception {
    return post(caller, "/signing/start/phone", Map.of("participant_id", participant), headers);
  }

  Reply collect(Caller caller, String participant) throws Exception {
    return post(caller, "/signing/collect", Map.of("participant_id", participant));
  }

  Reply cancel(Caller caller, String participant) throws Exception {
    return post(caller, "/signing/cancel", Map.of("participant_id", participant));
  }

  Reply process(Caller caller, String id) throws Exception {
    return send(caller, "GET", "/signing/processes/" + id);
  }

  Reply withdraw(Caller caller, String id) throws Exception {
    return send(caller, "DELETE", "/signing/processes/" + id);
  }

  public Reply evidence(Caller caller, String participant) throws Exception {
    return send(caller, "GET", "/signing/participants/" + participant + "/evidence");
  }

  /** Asks for the evidence package. */
  public HttpResponse<byte[]> evidencePackage(Caller caller, String participant) throws Exception {
    URI gateway = next();
    return wire.file(
        caller.address(),
        request(gateway, "/signing/participants/" + participant + "/evidence")
            .header("Authorization", "Bearer " + wire.token(gateway, caller.client()))
            .header("Accept", "application/zip"));
  }

  /** Registers one process with a participant for each personal number. */
  Registered register(Caller caller, String... personalNumbers) throws Exception {
    return Registered.of(
        post(caller, "/signing/processes", registration("loan-4711", personalNumbers)));
  }

  /** Returns the body of a registration. */
  Map<String, Object> registration(String reference, String... personalNumbers) {
    List<Map<String, String>> participants = new ArrayList<>();
    for (String personalNumber : personalNumbers) {
      secrets.addPersonalNumber(personalNumber);
      participants.add(
          Map.of("personal_number", personalNumber, "user_visible_data", "I accept the loan."));
    }
    return Map.of("reference", reference, "participants", participants);
  }

  /** Collects at the pace that the answers ask for, until one matches. */
  Reply collectUntil(Caller caller, String participant, Predicate<Reply> wanted) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    Reply reply = collect(caller, participant).is(200);
    while (!wanted.test(reply)) {
      if (reply.isEnd() || Instant.now().isAfter(deadline)) {
        throw new AssertionError("the last answer of /collect is " + reply.body());
      }
      Waiting.until(reply.receivedAt().plusMillis(reply.body().path("next_collect_ms").asLong()));
      reply = collect(caller, participant).is(200);
    }
    return reply;
  }

  public Reply post(Caller caller, String path, Object body, String... headers) throws Exception {
    URI gateway = next();
    HttpRequest.Builder request =
        request(gateway, path)
            .header("Authorization", "Bearer " + wire.token(gateway, caller.client()))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(wire.write(body)));
    return send(caller, headers.length == 0 ? request : request.headers(headers));
  }

  /** Makes a call without a body. */
  Reply send(Caller caller, String method, String path) throws Exception {
    URI gateway = next();
    return send(
        caller,
        request(gateway, path)
            .header("Authorization", "Bearer " + wire.token(gateway, caller.client()))
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  /** Sends any request unchanged. */
  Reply send(Caller caller, HttpRequest.Builder request) throws Exception {
    inFlight.acquire();
    try {
      return wire.call(caller.address(), request);
    } finally {
      inFlight.release();
    }
  }

  /** Builds a request to the gateway whose turn it is. */
  HttpRequest.Builder request(String path) {
    return request(next(), path);
  }

  private static HttpRequest.Builder request(URI gateway, String path) {
    return HttpRequest.newBuilder(gateway.resolve(path));
  }

  /** Requests a token of the client with only these scopes. */
  String token(String client, String scopes) throws Exception {
    return wire.token(gateways.getFirst(), client, scopes);
  }
}
