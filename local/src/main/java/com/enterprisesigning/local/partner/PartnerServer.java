package com.enterprisesigning.local.partner;

import com.enterprisesigning.local.token.TokenClient;
import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A company's server between the page and the signing API. The browser has a session; the server
 * has the token, and sends the end user's IP with a start. Each call from the page makes one call
 * of the API.
 *
 * <p>A real partner should do two things differently:
 *
 * <ul>
 *   <li>This server returns every answer to the browser, evidence included, because the page shows
 *       them.
 *   <li>Here the browser names the participant, and the server checks that its session owns it.
 * </ul>
 */
public final class PartnerServer implements HttpHandler, AutoCloseable {
  /** The path prefix of every call. */
  public static final String PATH = "/partner";

  private static final String CLIENT = "server";

  /**
   * The end user's IP of each visitor. A company takes this IP from its visitor's connection. Here
   * the page chooses one of two visitors, so that it can show the rules for different IPs. Both
   * addresses are reserved for documentation (RFC 5737).
   */
  private static final Map<String, String> VISITORS =
      Map.of("FIRST", "192.0.2.10", "SECOND", "198.51.100.20");

  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7E]*");

  private final SigningApi api;
  private final String cookie;
  private final Sessions sessions = new Sessions();

  /**
   * Creates a server that makes no call until the page does.
   *
   * @param gateway the signing API's URL
   */
  public PartnerServer(URI gateway, Clock clock) {
    this.api = new SigningApi(gateway, TokenClient.named(CLIENT).orElseThrow(), clock);
    // Cookies do not distinguish ports, and two gateways have two servers.
    this.cookie = "partner_session_" + gateway.getPort();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    PartnerRequest request;
    try {
      request = PartnerRequest.read(exchange, cookie);
    } catch (PartnerRefusal refusal) {
      refusal.answer().send(exchange);
      return;
    }
    answer(exchange.getRequestURI().getPath().substring(PATH.length()), request)
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff")
        .send(exchange);
  }

  private Answer answer(String action, PartnerRequest request) {
    try {
      ApiCall call = perform(action, request);
      ObjectNode answer = Json.object().set("call", call.toJson());
      call.text("/qr_string").ifPresent(qr -> answer.set("qr", QrDrawing.of(qr)));
      call.file().ifPresent(file -> answer.put("file", Base64.getEncoder().encodeToString(file)));
      return call.text("/participants/0/id")
          .map(id -> sessions.add(request.session(), id))
          .map(session -> Answer.json(200, answer.toString()).with("Set-Cookie", named(session)))
          .orElseGet(() -> Answer.json(200, answer.toString()));
    } catch (PartnerRefusal refusal) {
      return refusal.answer();
    } catch (IOException e) {
      return new PartnerRefusal(502, "The signing API does not answer. Try again.").answer();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new PartnerRefusal(503, "The local run is stopping.").answer();
    }
  }

  private String named(String session) {
    return cookie + "=" + session + "; Path=" + PATH + "; HttpOnly; SameSite=Strict";
  }

  private ApiCall perform(String action, PartnerRequest request)
      throws IOException, InterruptedException {
    Optional<String> key = idempotencyKey(request);
    return switch (action) {
      case "/register" -> api.post("/signing/processes", registration(request), key);
      case "/start" -> api.post("/signing/start", start(request), key);
      case "/start/phone" -> api.post("/signing/start/phone", participant(request), key);
      case "/collect" -> api.post("/signing/collect", collect(request), Optional.empty());
      case "/cancel" -> api.post("/signing/cancel", participant(request), Optional.empty());
      case "/evidence" -> api.get(evidence(request), "application/json");
      case "/package" -> api.get(evidence(request), "application/zip");
      default ->
          throw new PartnerRefusal(
              404,
              "There is no such path. The paths are"
                  + " /partner/{register,start,start/phone,collect,cancel,evidence,package}.");
    };
  }

  /** Refuses only what no header can carry. The API refuses other malformed keys. */
  private static Optional<String> idempotencyKey(PartnerRequest request) {
    Optional<String> key = request.optionalText("idempotency_key");
    if (key.isPresent() && !HEADER_VALUE.matcher(key.get()).matches()) {
      throw new PartnerRefusal(400, "idempotency_key must be printable ASCII.");
    }
    return key;
  }

  private ObjectNode registration(PartnerRequest request) {
    ObjectNode participant =
        Json.object()
            .put("personal_number", request.text("personal_number"))
            .put("user_visible_data", request.text("user_visible_data"))
            .put("user_visible_data_format", request.text("user_visible_data_format"));
    if (request.flag("mrtd")) {
      participant.putObject("requirement").put("mrtd", true);
    }
    ObjectNode process = Json.object().put("reference", "Signed on the sandbox's page");
    process.putArray("participants").add(participant);
    return process;
  }

  private ObjectNode start(PartnerRequest request) {
    String address = VISITORS.get(request.text("visitor"));
    if (address == null) {
      throw new PartnerRefusal(400, "visitor must be FIRST or SECOND.");
    }
    return participant(request).put("end_user_ip", address);
  }

  private ObjectNode collect(PartnerRequest request) {
    ObjectNode body = participant(request);
    request.optionalText("launch").ifPresent(launch -> body.put("launch", launch));
    return body;
  }

  private String evidence(PartnerRequest request) {
    return "/signing/participants/" + own(request) + "/evidence";
  }

  private ObjectNode participant(PartnerRequest request) {
    return Json.object().put("participant_id", own(request));
  }

  /** Returns the participant that the request names, and refuses one of another browser. */
  private String own(PartnerRequest request) {
    String id = request.text("participant_id");
    if (!sessions.owns(request.session(), id)) {
      throw new PartnerRefusal(
          404, "This browser has not registered this participant. Register one first.");
    }
    return id;
  }

  @Override
  public void close() {
    api.close();
  }
}
