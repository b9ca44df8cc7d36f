package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static com.enterprisesigning.local.blackbox.Caller.OTHER;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that no call accepts gets the documented error, and changes nothing. */
@ExtendWith(SharedRuns.class)
class BadInputTest {
  private final Runs runs;
  private final Api api;

  BadInputTest(Runs runs) {
    this.runs = runs;
    this.api = runs.api(Gateways.TWO_IN_TURN);
  }

  private Reply post(String path, byte[] body, Optional<String> contentType) throws Exception {
    HttpRequest.Builder request =
        api.request(path)
            .header("Authorization", "Bearer " + runs.wire().token(runs.first().url(), "demo"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    contentType.ifPresent(type -> request.header("Content-Type", type));
    return api.send(DEMO, request);
  }

  private void refuses(String path, BadBody bad) throws Exception {
    Reply reply = post(path, bad.bytes(), bad.contentType());
    assertEquals(
        bad.status() + " " + bad.code(), reply.status() + " " + reply.reason(), bad.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/signing/start", "/signing/start/phone", "/signing/collect", "/signing/cancel"})
  void badBody_isRefused_andChangesNothing(String path) throws Exception {
    Registered registered = api.register(DEMO, runs.person());
    Reply before = api.process(DEMO, registered.process()).is(200);
    String good = runs.wire().write(Map.of("participant_id", registered.participant()));
    assertAll(BadBody.of(good).stream().map(bad -> () -> refuses(path, bad)));
    assertEquals(before.body(), api.process(DEMO, registered.process()).is(200).body());
    api.start(DEMO, registered.participant()).is(200);
  }

  @Test
  void registration_isRefused_whenItsBodyIsBad() throws Exception {
    String good = runs.wire().write(api.registration("loan-4711", runs.person()));
    assertAll(BadBody.of(good).stream().map(bad -> () -> refuses("/signing/processes", bad)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "null", "true", "\"\"", "\"no-uuid\"", "{}", "[]", "\"1-1-1-1-1\""})
  void participantId_isNamedInTheDetail_whenItIsInvalid(String value) throws Exception {
    for (String path :
        List.of("/signing/start", "/signing/start/phone", "/signing/collect", "/signing/cancel")) {
      Reply refused =
          post(
              path,
              ("{\"participant_id\":" + value + "}").getBytes(StandardCharsets.UTF_8),
              Optional.of("application/json"));
      refused.is(400, "INVALID_REQUEST");
      assertTrue(refused.text("detail").contains("participant_id"), refused.text("detail"));
      assertEquals(path, refused.text("instance"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"mobile\"", "\"PHONE\"", "null", "1", "[\"QR\"]"})
  void launch_isNamedInTheDetail_whenItIsInvalid(String value) throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    Reply refused =
        api.post(
            DEMO,
            "/signing/collect",
            Map.of("participant_id", participant, "launch", runs.wire().read(value)));
    refused.is(400, "INVALID_REQUEST");
    assertTrue(refused.text("detail").contains("launch"), refused.text("detail"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "personal_number           | \"188001029812\"",
        "personal_number           | \"8001029811\"",
        "personal_number           | 188001029811",
        "personal_number           | \"188002309811\"",
        "user_visible_data         | \"\"",
        "user_visible_data         | null",
        "user_visible_data         | \"\\u0007\"",
        "user_visible_data_format  | \"HTML\"",
        "user_non_visible_data     | 1",
        "requirement               | []",
        "requirement               | {\"pinCode\":true}",
        "requirement               | {\"card_reader\":\"CLASS3\"}",
        "requirement               | {\"certificate_policies\":[]}",
        "personalNumber            | \"188001029811\""
      })
  void memberOfAParticipant_isNamedInTheDetail_whenItIsMalformed(String member, String value)
      throws Exception {
    Map<String, Object> participant = new HashMap<>();
    participant.put("personal_number", runs.person());
    participant.put("user_visible_data", "I accept.");
    participant.put(member, runs.wire().read(value));
    Reply refused =
        api.post(
            DEMO,
            "/signing/processes",
            Map.of("reference", "bad", "participants", List.of(participant)));
    refused.is(400, "INVALID_REQUEST");
    assertTrue(refused.text("detail").contains(member), refused.text("detail"));
  }

  @Test
  void lineOfAnotherParticipantsBinding_isRefused_asNonVisibleData() throws Exception {
    Registered others = api.register(OTHER, runs.person());
    String binding =
        "enterprise-signing:v1;process=%s;participant=%s;text-sha256=%s"
            .formatted(others.process(), others.participant(), "0".repeat(64));
    for (String data : List.of(binding, "agreement 4711\r\n" + binding)) {
      Reply refused =
          api.post(
              DEMO,
              "/signing/processes",
              Map.of(
                  "reference",
                  "forged",
                  "participants",
                  List.of(
                      Map.of(
                          "personal_number",
                          runs.person(),
                          "user_visible_data",
                          "I accept.",
                          "user_non_visible_data",
                          data))));
      refused.is(400, "INVALID_REQUEST");
      assertEquals(
          "participants[0].user_non_visible_data: must not contain enterprise-signing:, which marks"
              + " the service's own data",
          refused.text("detail"));
    }
  }

  @Test
  void personalNumber_isNotEchoed_whenItIsMalformed() throws Exception {
    runs.wire().secrets().addPersonalNumber("188001029812");
    Reply refused =
        api.post(DEMO, "/signing/processes", api.registration("bad", "188001029812")).is(400);
    assertFalse(refused.body().toString().contains("188001029812"), "it comes back");
  }

  @Test
  void registration_isRefused_withTooManyOrTooFewParticipants_orAPastExpiry() throws Exception {
    String[] many = new String[21];
    Arrays.fill(many, runs.person());
    api.post(DEMO, "/signing/processes", api.registration("many", many)).is(400, "INVALID_REQUEST");
    api.post(DEMO, "/signing/processes", api.registration("none")).is(400, "INVALID_REQUEST");
    Map<String, Object> past = new HashMap<>(api.registration("past", runs.person()));
    past.put("expires_at", "2020-01-01T00:00:00Z");
    api.post(DEMO, "/signing/processes", past).is(400, "INVALID_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json; charset=utf-8", "APPLICATION/JSON;charset=\"UTF-8\""})
  void contentType_isAccepted_withItsCharset(String type) throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    byte[] body =
        runs.wire().write(Map.of("participant_id", participant)).getBytes(StandardCharsets.UTF_8);
    post("/signing/start", body, Optional.of(type)).is(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "no-uuid", "1-1-1-1-1", "%00", "..%2f", "%F0%9F%98%80"})
  void pathId_isRefused_whenItIsNotAUuid(String id) throws Exception {
    api.process(DEMO, id).is(400, "INVALID_REQUEST");
    api.withdraw(DEMO, id).is(400, "INVALID_REQUEST");
    api.evidence(DEMO, id).is(400, "INVALID_REQUEST");
  }

  @Test
  void id_isNotFound_whenItIsUnknownOrAnotherClients() throws Exception {
    Registered others = api.register(OTHER, runs.person());
    Registered unknown =
        new Registered(UUID.randomUUID().toString(), List.of(UUID.randomUUID().toString()));
    for (Registered id : List.of(others, unknown)) {
      api.start(DEMO, id.participant()).is(404, "PARTICIPANT_NOT_FOUND");
      api.startPhone(DEMO, id.participant()).is(404, "PARTICIPANT_NOT_FOUND");
      api.collect(DEMO, id.participant()).is(404, "PARTICIPANT_NOT_FOUND");
      api.cancel(DEMO, id.participant()).is(404, "PARTICIPANT_NOT_FOUND");
      api.evidence(DEMO, id.participant()).is(404, "PARTICIPANT_NOT_FOUND");
      api.process(DEMO, id.process()).is(404, "PROCESS_NOT_FOUND");
      api.withdraw(DEMO, id.process()).is(404, "PROCESS_NOT_FOUND");
    }
    api.start(OTHER, others.participant()).is(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b"})
  void idempotencyKey_isRefused_whenItIsMalformed(String key) throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    api.start(DEMO, participant, "Idempotency-Key", key).is(400, "INVALID_REQUEST");
    api.start(DEMO, participant, "Idempotency-Key", "x".repeat(129)).is(400, "INVALID_REQUEST");
    api.start(DEMO, participant, "Idempotency-Key", "x".repeat(128)).is(200);
  }
}
