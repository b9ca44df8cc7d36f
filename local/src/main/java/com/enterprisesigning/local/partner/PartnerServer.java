package com.enterprisesigning.local.partner;

import com.enterprisesigning.local.token.TokenClient;
import com.enterprisesigning.local.web.Answer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands between the page and the signing API, as at any company: the browser has a session,
 * the server has the token and says whose IP a start comes from. Each call makes one of the API's,
 * and answers it whole, for the page shows it.
 */
public final class PartnerServer implements HttpHandler, AutoCloseable {
  /** What the path of every call begins with. */
  public static final String PATH = "/partner";

  private static final String CLIENT = "server";
  private static final String PARTICIPANT_ID = "participant_id";

  private final SigningApi api;
  private final Sessions sessions = new Sessions();
  private final ObjectMapper json = new ObjectMapper();

  /**
   * Calls nothing before the page does.
   *
   * @param gateway the signing API's URL
   */
  public PartnerServer(URI gateway, Clock clock) {
    this.api = new SigningApi(gateway, TokenClient.named(CLIENT).orElseThrow(), clock);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange).with("Cache-Control", "no-store").send(exchange);
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    try {
      PartnerRequest request = PartnerRequest.read(exchange, json);
      String session = sessions.open(request.session());
      String action = exchange.getRequestURI().getPath().substring(PATH.length());
      ApiCall call = perform(action, request, session);
      ObjectNode answer = json.createObjectNode().set("call", call.toJson());
      call.text("/qr_string").ifPresent(qr -> answer.set("qr", QrDrawing.of(qr)));
      return Answer.json(200, answer.toString()).with("Set-Cookie", cookie(session));
    } catch (PartnerRefusal refusal) {
      return refusal.answer();
    } catch (IOException e) {
      return new PartnerRefusal(502, "The signing API does not answer. Is the local run up?")
          .answer();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new PartnerRefusal(503, "The local run is stopping.").answer();
    }
  }

  private static String cookie(String session) {
    return PartnerRequest.COOKIE + "=" + session + "; Path=" + PATH + "; HttpOnly; SameSite=Strict";
  }

  private ApiCall perform(String action, PartnerRequest request, String session)
      throws IOException, InterruptedException {
    return switch (action) {
      case "/register" -> register(request, session);
      case "/start" ->
          api.post("/signing/start", start(request, session), Optional.of(idempotencyKey()));
      case "/start/phone" ->
          api.post(
              "/signing/start/phone", participant(request, session), Optional.of(idempotencyKey()));
      case "/collect" -> api.post("/signing/collect", collect(request, session), Optional.empty());
      case "/cancel" ->
          api.post("/signing/cancel", participant(request, session), Optional.empty());
      case "/evidence" ->
          api.get("/signing/participants/" + ownParticipant(request, session) + "/evidence");
      default ->
          throw new PartnerRefusal(
              404,
              "No such path: there are /partner/{register,start,start/phone,collect,cancel,evidence}.");
    };
  }

  private ApiCall register(PartnerRequest request, String session)
      throws IOException, InterruptedException {
    ObjectNode participant =
        json.createObjectNode()
            .put("personal_number", request.text("personal_number"))
            .put("user_visible_data", request.text("user_visible_data"))
            .put("user_visible_data_format", request.text("user_visible_data_format"));
    if (request.flag("mrtd")) {
      participant.putObject("requirement").put("mrtd", true);
    }
    ObjectNode process = json.createObjectNode().put("reference", "Signed on the sandbox's page");
    process.putArray("participants").add(participant);
    ApiCall call = api.post("/signing/processes", process, Optional.of(idempotencyKey()));
    call.text("/participants/0/id").ifPresent(id -> sessions.add(session, id));
    return call;
  }

  private ObjectNode start(PartnerRequest request, String session) {
    Visitor visitor =
        Visitor.named(request.text("visitor"))
            .orElseThrow(() -> new PartnerRefusal(400, "visitor must be FIRST or SECOND."));
    return participant(request, session).put("end_user_ip", visitor.address());
  }

  private ObjectNode collect(PartnerRequest request, String session) {
    ObjectNode body = participant(request, session);
    request.optionalText("launch").ifPresent(launch -> body.put("launch", launch));
    return body;
  }

  private ObjectNode participant(PartnerRequest request, String session) {
    return json.createObjectNode().put(PARTICIPANT_ID, ownParticipant(request, session));
  }

  private String ownParticipant(PartnerRequest request, String session) {
    String id = request.text(PARTICIPANT_ID);
    if (!sessions.owns(session, id)) {
      throw new PartnerRefusal(404, "This browser has registered no such participant: register.");
    }
    return id;
  }

  /** One a click: the API tells a start that was sent twice from a second one by it. */
  private static String idempotencyKey() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    api.close();
  }
}
