package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A second gateway on the first one's table, simulator, secrets and tokens. */
class JoinTest {
  private static final TestWiring WIRING = new TestWiring();
  private static final String COLLECT =
      "{\"participant_id\":\"5e1f0001-0000-4000-8000-00000000ffff\"}";
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

  private static String reason(RunningLocally run, String token) throws Exception {
    return run.json(run.call(token, "/signing/collect", COLLECT)).at("/reason/code").asText();
  }

  @Test
  void tokenOfTheFirst_isTakenByTheSecond() throws Exception {
    assertEquals("PARTICIPANT_NOT_FOUND", reason(second, first.token("demo")));
  }

  @Test
  void tokenOfTheSecond_isTakenByTheFirst() throws Exception {
    assertEquals("PARTICIPANT_NOT_FOUND", reason(first, second.token("demo")));
  }

  @Test
  void tokenOfAnUnrelatedRun_isTakenByNeither() throws Exception {
    try (RunningLocally other = RunningLocally.start(new TestWiring(), Map.of())) {
      assertEquals(401, second.call(other.token("demo"), "/signing/collect", COLLECT).statusCode());
    }
  }

  @Test
  void functions_haveTheSameSettings() {
    assertEquals(WIRING.settings().get(0), WIRING.settings().get(1));
  }

  @Test
  void second_registersNothing() {
    assertEquals(seeded, WIRING.seeds().size());
    assertFalse(second.printed().contains("sandbox role"), second.printed());
  }

  @Test
  void second_hasAPortOfItsOwn() {
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
  void phone_isRefusedAlikeAtBoth() throws Exception {
    HttpRequest.Builder sign =
        HttpRequest.newBuilder(second.url().resolve("/sandbox/phone/sign"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"order_ref\":\"unknown\"}"));
    assertEquals(404, second.send(sign).statusCode());
  }

  @Test
  void joinDocument_holdsNoSecret() throws Exception {
    String document = first.get("/sandbox/join").body();
    assertTrue(document.contains("local/bankid-client-certificate"), document);
    assertFalse(document.contains("BEGIN") || document.contains("pkcs12"), document);
  }

  @Test
  void nothingToJoin_isRefusedWithWhatToDo() {
    IOException refused =
        assertThrows(
            IOException.class,
            () -> RunningLocally.start(WIRING, Map.of("JOIN", "http://127.0.0.1:1")));
    assertTrue(refused.getMessage().contains("JOIN"), refused.getMessage());
  }
}
