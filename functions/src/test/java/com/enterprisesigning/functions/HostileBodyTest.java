package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A malformed body is answered with INVALID_REQUEST, and no body with a 500. */
class HostileBodyTest {
  private static final String GOOD =
      """
      {"reference":"loan","participants":[{"personal_number":"188001019804",
      "user_visible_data":"I sign \\u00e5.","requirement":{"mrtd":true,
      "certificate_policies":["1.2.752.78.1.5"]}}],"expires_at":"2027-01-01T00:00:00Z"}
      """;

  private final RecordingApi api = new RecordingApi();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "{",
        "{}}",
        "{} {}",
        "[]",
        "[{}]",
        "null",
        "true",
        "1",
        "\"text\"",
        "{\"a\":NaN}",
        "{'a':1}",
        "{\"a\":1,}",
        "{\"a\":01}",
        "// comment\n{}",
        "\uFEFF{}",
        "{\"participant_id\":\"a\nb\"}",
        "{\"participant_id\":\"\\x41\"}"
      })
  void start_answers400_whenTheBodyIsNotAJsonObject(String body) {
    TestCall.Answer answer = TestCall.start().body(body).by(api);

    assertEquals("INVALID_REQUEST", answer.reason());
    assertTrue(answer.detail().startsWith("the body must be "), answer.detail());
  }

  @Test
  void start_answers400_withoutABody() {
    assertEquals(400, TestCall.start().body(null).by(api).status());
  }

  @Test
  void start_answers400_whenAMemberIsGivenTwice() {
    String id = "\"participant_id\":\"" + Samples.PARTICIPANT + "\"";
    TestCall.Answer answer = TestCall.start().body("{" + id + "," + id + "}").by(api);

    assertTrue(answer.detail().contains("without duplicate members"), answer.detail());
    assertFalse(api.wasAsked());
  }

  @Test
  void start_answers400_whenTheBodyIsNotUtf8() {
    byte[] latin1 = "{\"return_url\":\"å\"}".getBytes(StandardCharsets.ISO_8859_1);
    byte[] utf16 = "{\"return_url\":\"a\"}".getBytes(StandardCharsets.UTF_16BE);

    assertEquals("the body must be UTF-8", TestCall.start().bytes(latin1).by(api).detail());
    assertEquals(400, TestCall.start().bytes(utf16).by(api).status());
  }

  @Test
  void start_cutsAndCleans_theNameOfAnUnknownMember() {
    String name = "<script>\\u0000\\u202e" + "n".repeat(5000);
    TestCall.Answer answer = TestCall.start().body("{\"" + name + "\":1}").by(api);

    assertEquals(
        "participant_id: is required; ?script???" + "n".repeat(30) + "...: is not a known member",
        answer.detail());
  }

  @Test
  void register_boundsItsDetail_whateverIsWrong() {
    StringBuilder body = new StringBuilder("{\"a\":1");
    for (int i = 0; i < 50_000; i++) {
      body.append(",\"m").append(i).append("\":1");
    }
    TestCall.Answer answer = TestCall.register().body(body + "}").by(api);

    assertTrue(answer.detail().endsWith("; and 49953 more"), answer.detail());
    assertTrue(answer.detail().length() < 5000);
  }

  @Test
  void start_answers400_whenItNestsWithoutEnd() {
    String body = "{\"a\":" + "[".repeat(8000) + "]".repeat(8000) + "}";

    assertEquals(400, TestCall.start().body(body).by(api).status());
  }

  @Test
  void start_answers400_whenANumberHasNoEnd() {
    assertEquals(
        400, TestCall.start().body("{\"a\":1" + "0".repeat(10_000) + "}").by(api).status());
    assertEquals(400, TestCall.start().body("{\"a\":1e999999999}").by(api).status());
  }

  static Stream<Supplier<TestCall>> callsWithABody() {
    return Stream.of(
        TestCall::start,
        TestCall::startPhone,
        TestCall::collect,
        TestCall::cancel,
        TestCall::register);
  }

  @ParameterizedTest
  @MethodSource("callsWithABody")
  void anyCall_answersNo500_howeverABodyIsDamaged(Supplier<TestCall> call) {
    Random random = new Random(4711);
    for (int round = 0; round < 400; round++) {
      byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
      for (int damage = 0; damage <= random.nextInt(4); damage++) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      int status = call.get().bytes(body).by(api).status();
      assertTrue(status == 400 || status == 201, "round " + round + ": " + status);
    }
  }

  @ParameterizedTest
  @MethodSource("callsWithABody")
  void anyCall_answersNo500_whateverTypeAMemberHas(Supplier<TestCall> call) {
    String[] values = {
      "null",
      "true",
      "0",
      "-1.5e3",
      "\"\"",
      "\"a\"",
      "\"\\ud800\"",
      "\"\\u0000\"",
      "[]",
      "[[]]",
      "[null]",
      "[{}]",
      "{}",
      "{\"a\":{}}",
      "{\"requirement\":[]}",
      "{\"web\":{}}"
    };
    String[] names = {
      "participant_id",
      "end_user_ip",
      "return_url",
      "return_risk",
      "web",
      "app",
      "call_initiator",
      "launch",
      "reference",
      "participants",
      "expires_at",
      "requirement",
      ""
    };
    for (String name : names) {
      for (String value : values) {
        int status = call.get().body("{\"" + name + "\":" + value + "}").by(api).status();
        assertEquals(400, status, name + " " + value);
      }
    }
  }
}
