package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A second gateway on the first one's table, simulator, secrets and tokens. */
class JoinTest {
  private static final TestWiring WIRING = new TestWiring();
  private static final String UNKNOWN = "5e1f0001-0000-4000-8000-00000000ffff";
  private static RunningLocally first;
  private static RunningLocally second;
  private static int seeded;

  @BeforeAll
  static void start() throws Exception {
    first = RunningLocally.start(WIRING, Map.of("PHONE_BLOCK_SECONDS", "7"));
    seeded = WIRING.seeds().size();
    second = RunningLocally.start(WIRING, Map.of("JOIN", first.url().toString()));
  }

  @AfterAll
  static void stop() {
    second.close();
    first.close();
  }

  private static String reason(HttpResponse<String> answer) throws Exception {
    return first.json(answer).at("/reason/code").asText();
  }

  @Test
  void tokenOfTheFirst_isAcceptedByTheSecond() throws Exception {
    assertEquals(
        "PARTICIPANT_NOT_FOUND",
        reason(second.callFor(first.token("demo"), "/signing/collect", UNKNOWN)));
  }

  @Test
  void tokenOfTheSecond_isAcceptedByTheFirst() throws Exception {
    assertEquals(
        "PARTICIPANT_NOT_FOUND",
        reason(first.callFor(second.token("demo"), "/signing/collect", UNKNOWN)));
  }

  @Test
  void tokenOfAnUnrelatedRun_isAcceptedByNeither() throws Exception {
    try (RunningLocally other = RunningLocally.start(new TestWiring(), Map.of())) {
      String token = other.token("demo");
      assertEquals(401, second.callFor(token, "/signing/collect", UNKNOWN).statusCode());
    }
  }

  @Test
  void signingStartedAtTheFirst_continuesAtTheSecond() throws Exception {
    String token = first.token("demo");
    String participant = first.participant(token, "189511239916");
    HttpResponse<String> started = first.callFor(token, "/signing/start", participant);
    String autostartToken = first.json(started).path("autostart_token").asText();
    String orderRef =
        second
            .json(second.phone("open", "autostart_token", autostartToken))
            .path("order_ref")
            .asText();
    second.phone("sign", "order_ref", orderRef);
    HttpResponse<String> collected = second.callFor(token, "/signing/collect", participant);
    assertEquals("COMPLETE", second.json(collected).path("status").asText(), collected.body());
  }

  @Test
  void start_answers409_afterAStartAtTheOther_andTheNextSucceeds() throws Exception {
    String token = first.token("demo");
    String participant = first.participant(token, "189611239915");
    assertEquals(200, first.callFor(token, "/signing/start", participant).statusCode());
    assertEquals(
        "RFA4_SIGNING_IN_PROGRESS", reason(second.callFor(token, "/signing/start", participant)));
    assertEquals(200, first.callFor(token, "/signing/start", participant).statusCode());
  }

  @Test
  void functions_haveTheSameSettings() {
    assertEquals(WIRING.settings().get(0), WIRING.settings().get(1));
  }

  @Test
  void secondRun_registersNothing() {
    assertEquals(seeded, WIRING.seeds().size());
    assertFalse(second.printed().contains("sandbox role"), second.printed());
  }

  @Test
  void secondRun_hasItsOwnPort() {
    assertNotEquals(first.url(), second.url());
    assertTrue(second.printed().endsWith("Ready: " + second.url() + System.lineSeparator()));
  }

  @Test
  void controlApi_answersTheSameAtBoth() throws Exception {
    HttpResponse<String> roles = second.get("/sandbox/roles");
    assertEquals(200, roles.statusCode());
    assertEquals(first.get("/sandbox/roles").body(), roles.body());
  }

  @Test
  void phone_refusesAlike_atBoth() throws Exception {
    assertEquals(404, second.phone("sign", "order_ref", "unknown").statusCode());
  }

  @Test
  void joinDocument_containsNoSecret() throws Exception {
    String document = first.get("/sandbox/join").body();
    assertTrue(document.contains("local/bankid-client-certificate"), document);
    assertFalse(document.contains("BEGIN") || document.contains("pkcs12"), document);
  }

  @Test
  void join_saysWhatToDo_whenNothingAnswers() {
    IOException refused =
        assertThrows(
            IOException.class,
            () -> RunningLocally.start(WIRING, Map.of("JOIN", "http://127.0.0.1:1")));
    assertTrue(refused.getMessage().contains("JOIN"), refused.getMessage());
  }
}
