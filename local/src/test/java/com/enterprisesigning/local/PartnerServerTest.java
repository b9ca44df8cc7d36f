package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The company's server behind the page, called as the page calls it. */
class PartnerServerTest {
  private static final String REGISTRATION =
      """
      {"personal_number": "189007159909", "user_visible_data": "I sign.",
       "user_visible_data_format": "PLAINTEXT"}
      """;

  private static RunningLocally run;

  @BeforeAll
  static void start() throws Exception {
    run = RunningLocally.start(new CoreWiring(Clock.systemUTC()), Map.of());
  }

  @AfterAll
  static void stop() {
    run.close();
  }

  @Test
  void session_isACookieThatNoScriptReads_andNoOtherSiteSends() throws Exception {
    String cookie = cookie(call("register", "", REGISTRATION));
    assertTrue(
        cookie.matches(
            "partner_session_\\d+=[0-9a-f-]{36}; Path=/partner; HttpOnly; SameSite=Strict"),
        cookie);
  }

  @Test
  void participant_belongsOnlyToTheBrowserThatRegisteredIt() throws Exception {
    HttpResponse<String> registered = call("register", "", REGISTRATION);
    String own = cookie(registered);
    String other = cookie(call("register", "", REGISTRATION));
    String named =
        "{\"participant_id\":\"%s\"}"
            .formatted(run.json(registered).at("/call/answer/participants/0/id").asText());

    assertEquals(409, run.json(call("collect", own, named)).at("/call/status").asInt());
    assertEquals(404, call("collect", other, named).statusCode());
    assertEquals(404, call("evidence", "", named).statusCode());
  }

  @Test
  void start_sendsTheVisitorsIp_andReturnsACodeToDraw() throws Exception {
    HttpResponse<String> registered = call("register", "", REGISTRATION);
    String start =
        "{\"visitor\":\"SECOND\",\"participant_id\":\"%s\"}"
            .formatted(run.json(registered).at("/call/answer/participants/0/id").asText());
    HttpResponse<String> answer = call("start", cookie(registered), start);

    JsonNode started = run.json(answer);
    assertEquals("198.51.100.20", started.at("/call/request/end_user_ip").asText());
    assertTrue(started.at("/qr/size").asInt() >= 21, answer.body());
    assertFalse(answer.body().contains("Bearer") || answer.body().contains("eyJ"), "a token");
    call("cancel", cookie(registered), start);
  }

  @Test
  void problem_isPassedToThePageUnchanged() throws Exception {
    JsonNode answer =
        run.json(call("register", "", REGISTRATION.replace("189007159909", "189007159900")));
    assertEquals(400, answer.at("/call/status").asInt());
    assertEquals("INVALID_REQUEST", answer.at("/call/answer/reason/code").asText());
  }

  @Test
  void loneSurrogate_reachesTheApiUnchanged_whichRefusesIt() throws Exception {
    JsonNode answer = run.json(call("register", "", REGISTRATION.replace("I sign.", "\\ud800")));
    assertEquals(400, answer.at("/call/status").asInt(), answer.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "POST, register, text/plain, {}, 415",
    "POST, register, application/jsonfoo, {}, 415",
    "POST, register, application/json, {} {}, 400",
    "GET, register, application/json, , 405",
    "POST, register, application/json, [], 400",
    "POST, register, application/json, {, 400",
    "POST, register, application/json, {}, 400",
    "POST, start, application/json, {\"visitor\":\"NOBODY\"}, 400",
    "POST, everything, application/json, {}, 404"
  })
  void requestThatThePageNeverSends_isRefused(
      String method, String action, String contentType, String body, int status) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(run.url().resolve("/partner/" + action))
            .header("Content-Type", contentType)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<String> answer = run.send(request);
    assertEquals(status, answer.statusCode());
    assertFalse(run.json(answer).path("message").asText().isEmpty());
  }

  private static HttpResponse<String> call(String action, String cookie, String body)
      throws Exception {
    return run.send(
        HttpRequest.newBuilder(run.url().resolve("/partner/" + action))
            .header("Content-Type", "application/json")
            .header("Cookie", cookie.split(";", 2)[0])
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElse("");
  }
}
