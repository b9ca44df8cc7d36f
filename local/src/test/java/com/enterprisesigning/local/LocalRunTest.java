package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.seed.SeedRegistration;
import com.enterprisesigning.local.web.Loopback;
import com.enterprisesigning.local.web.NamedHost;
import com.enterprisesigning.local.web.PortTakenException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole run with no part replaced. */
class LocalRunTest {
  private static final TestWiring WIRING = new TestWiring();
  private static RunningLocally run;

  @BeforeAll
  static void start() throws Exception {
    run = RunningLocally.start(WIRING, Map.of("PHONE_BLOCK_SECONDS", "7"));
  }

  @AfterAll
  static void stop() {
    run.close();
  }

  @Test
  void lastLine_isReadyWithTheUrl() {
    List<String> lines = run.printed().lines().toList();
    assertEquals("Ready: " + run.url(), lines.getLast());
  }

  @Test
  void queuesAddress_isPrinted() throws Exception {
    String address =
        run.json(run.get("/sandbox/join")).at("/settings/AWS_ENDPOINT_URL_SQS").asText();
    assertTrue(
        run.printed().lines().anyMatch(line -> line.matches("SQS +" + address)), run.printed());
  }

  @Test
  void everyRole_hasAParticipant_inThePrintedTable() throws Exception {
    for (JsonNode role : run.json(run.get("/sandbox/roles"))) {
      assertTrue(
          run.printed()
              .lines()
              .anyMatch(line ->
                  line.contains(role.path("personal_number").asText())
                      && line.matches(".*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}.*")),
          role.path("name").asText());
    }
  }

  @Test
  void everyIdInTheEvents_isRegistered_forItsClient() {
    Set<UUID> ids = new HashSet<>();
    for (SeedRegistration.SeededProcess seed : WIRING.seeds()) {
      assertEquals("demo", seed.client());
      ids.add(seed.participantId());
      ids.add(seed.processId());
    }
    assertTrue(ids.contains(UUID.fromString("5e1f0001-0000-4000-8000-000000000001")), "start");
    assertTrue(ids.contains(UUID.fromString("5e1f0002-0000-4000-8000-000000000006")), "process");
    assertTrue(ids.contains(UUID.fromString("5e1f0001-0000-4000-8000-000000000009")), "message");
  }

  @Test
  void everyPersonInTheEvents_isDifferent() throws Exception {
    Set<String> persons = new HashSet<>(Set.of("188001029811"));
    run.json(run.get("/sandbox/roles"))
        .forEach(role -> persons.add(role.path("personal_number").asText()));
    for (SeedRegistration.SeededProcess seed : WIRING.seeds()) {
      assertTrue(persons.add(seed.personalNumber().digits()), "a person twice");
    }
  }

  @Test
  void setting_reachesTheFunctions() {
    assertEquals(7, WIRING.settings().getFirst().phoneBlock().toSeconds());
  }

  @Test
  void unknownParticipant_reachesTheHandler() throws Exception {
    HttpResponse<String> answer =
        run.callFor(run.token("demo"), "/signing/collect", "5e1f0001-0000-4000-8000-00000000ffff");
    assertEquals(
        List.of(404, "PARTICIPANT_NOT_FOUND"),
        List.of(answer.statusCode(), run.json(answer).at("/reason/code").asText()));
  }

  @Test
  void participantOfTheCollectEvent_hasStarted() throws Exception {
    HttpResponse<String> answer =
        run.callFor(run.token("demo"), "/signing/collect", "5e1f0001-0000-4000-8000-000000000003");
    // Not 409 SIGNING_NOT_STARTED. On a slow machine the order may have ended unopened by now.
    assertEquals(200, answer.statusCode(), answer.body());
  }

  @Test
  void participantOfTheEvidenceEvent_hasSigned() throws Exception {
    HttpResponse<String> answer =
        run.evidence(run.token("demo"), "5e1f0001-0000-4000-8000-000000000008");
    assertEquals(200, answer.statusCode(), answer.body());
  }

  @Test
  void participantOfTheEvents_isUnknownToAnotherClient() throws Exception {
    HttpResponse<String> answer =
        run.callFor(run.token("other"), "/signing/collect", "5e1f0001-0000-4000-8000-000000000003");
    assertEquals(404, answer.statusCode(), answer.body());
  }

  @Test
  void token_isRequired_onlyForTheRoutesOfTheApi() throws Exception {
    assertEquals(200, run.get("/.well-known/jwks.json").statusCode());
    assertEquals(200, run.get("/.well-known/openid-configuration").statusCode());
    assertEquals(200, run.get("/openapi.yaml").statusCode());
    assertEquals(401, run.get("/signing/processes/1").statusCode());
  }

  @Test
  void keySet_showsNoPrivateKey() throws Exception {
    JsonNode key = run.json(run.get("/.well-known/jwks.json")).at("/keys/0");
    assertFalse(key.has("d"), "private exponent");
    assertEquals("RS256", key.path("alg").asText());
  }

  @Test
  void root_servesThePage_whichLoadsNothingFromElsewhere() throws Exception {
    HttpResponse<String> answer = run.get("/");
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("<script type=\"module\" src=\"/page/page.js\">"));
    String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sandbox/orders", "/partner/register", "/sandbox/join"})
  void foreignHostName_isRefused_atEveryPath(String path) throws Exception {
    for (String name : List.of("evil.example", "host.docker.internal")) {
      assertEquals(
          421,
          NamedHost.status(Loopback.address(0).getAddress(), run.url().getPort(), path, name),
          name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/page/none.js", "/page/", "/page", "/page/index.html", "/page/..%2Fdocs/x.css"})
  void path_answers404_whenItIsNotPartOfThePage(String path) throws Exception {
    assertEquals(404, run.get(path).statusCode());
  }

  @Test
  void docs_servesThePageThatReadsTheContract() throws Exception {
    HttpResponse<String> page = run.get("/docs");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("href=\"/openapi.yaml\""), page.body());
  }

  @Test
  void start_saysWhatToDo_whenThePortIsTaken() {
    PortTakenException refused =
        assertThrows(
            PortTakenException.class,
            () ->
                RunningLocally.start(WIRING, Map.of("PORT", String.valueOf(run.url().getPort()))));
    assertTrue(
        refused.getMessage().contains("Without CONTAINERS you can instead set PORT=0"),
        refused.getMessage());
  }

  @Test
  void malformedSetting_isReported_evenIfThePortIsTaken() {
    Map<String, String> environment =
        Map.of("PORT", String.valueOf(run.url().getPort()), "FOLLOW_UP_SECONDS", "abc");
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> RunningLocally.start(WIRING, environment));
    assertTrue(refused.getMessage().contains("FOLLOW_UP_SECONDS"), refused.getMessage());
  }

  @Test
  void containersKey_answers404_unlessTheRunServesContainers() throws Exception {
    HttpResponse<String> answer = run.get(ContainersKey.PATH);
    assertEquals(404, answer.statusCode());
    assertEquals(
        "Start the local run with CONTAINERS=true. If runs are joined, call the first.\n",
        answer.body());
  }

  @Test
  void sandbox_listsOnlyPathsThatExist() throws Exception {
    HttpResponse<String> answer = run.get("/sandbox");
    assertEquals(200, answer.statusCode(), answer.body());
    JsonNode calls = run.json(answer);
    assertTrue(calls.size() >= 10, answer.body());
    for (JsonNode call : calls) {
      if (call.path("path").asText().equals(ContainersKey.PATH)) {
        continue;
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(run.url().resolve(call.path("path").asText()))
              .header("Content-Type", "application/json")
              .method(
                  call.path("method").asText(),
                  call.path("method").asText().equals("POST")
                      ? HttpRequest.BodyPublishers.ofString("{}")
                      : HttpRequest.BodyPublishers.noBody());
      int wanted = call.path("method").asText().equals("POST") ? 400 : 200;
      assertEquals(wanted, run.send(request).statusCode(), call.toString());
    }
  }

  @Test
  void close_stopsTheGateway_beforeTheTable() throws Exception {
    RunningLocally closing = RunningLocally.start(new TestWiring(), Map.of());
    JsonNode settings = closing.json(closing.get("/sandbox/join")).path("settings");
    URI table = URI.create(settings.path("AWS_ENDPOINT_URL_DYNAMODB").asText());
    FutureTask<Boolean> gatewayOutlivesTable =
        new FutureTask<>(() -> {
          while (accepts(table)) {
            Thread.onSpinWait();
          }
          return accepts(closing.url());
        });
    Thread.startVirtualThread(gatewayOutlivesTable);

    closing.close();

    assertFalse(
        gatewayOutlivesTable.get(30, TimeUnit.SECONDS),
        "the gateway answers although its table is closed");
  }

  private static boolean accepts(URI address) {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
