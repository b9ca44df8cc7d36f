package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which IP counts as the end user's: {@code docs/architecture.md#the-conflict-rules}. */
class EndUserIpTest {
  private final RecordingApi api = new RecordingApi();

  private static TestCall start(String ip) {
    return TestCall.start()
        .json(
            "{\"participant_id\":\"" + Samples.PARTICIPANT + "\",\"end_user_ip\":\"" + ip + "\"}");
  }

  private static TestCall onBehalf(TestCall call) {
    return call.token("server", "signing/sign signing/on-behalf");
  }

  @Test
  void start_usesTheAddressThatTheGatewaySaw_neverXForwardedFor() {
    TestCall.start().header("x-forwarded-for", "198.51.100.9").by(api);

    assertEquals(TestCall.SOURCE_IP, api.start().ip().address());
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "::1, 0:0:0:0:0:0:0:1",
    "2001:DB8::1, 2001:db8:0:0:0:0:0:1"
  })
  void start_usesEndUserIp_ofATokenOnBehalf(String stated, String canonical) {
    onBehalf(start(stated)).by(api);

    assertEquals(canonical, api.start().ip().address());
  }

  @Test
  void start_answers400_whenATokenOnBehalfStatesNone() {
    TestCall.Answer answer = onBehalf(TestCall.start()).by(api);

    assertEquals("INVALID_REQUEST", answer.reason());
    assertEquals(
        "end_user_ip: is required with a token that has the scope signing/on-behalf",
        answer.detail());
  }

  @Test
  void start_answers403_whenAnotherTokenStatesOne() {
    TestCall.Answer answer = start("192.0.2.1").by(api);

    assertEquals(403, answer.status());
    assertEquals("END_USER_IP_NOT_ALLOWED", answer.reason());
    assertFalse(api.wasAsked());
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "1.2.3", "1.2.3.256", "010.0.0.1", "fe80::1%eth0", "", " "})
  void start_answers400_whenEndUserIpIsNotAnAddress(String ip) {
    assertEquals("INVALID_REQUEST", onBehalf(start(ip)).by(api).reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "::", "255.255.255.255", "224.0.0.1", "ff02::1", "::ffff:0.0.0.0"})
  void start_answers400_whenNoDeviceCanHaveTheAddress(String ip) {
    TestCall.Answer answer = onBehalf(start(ip)).by(api);

    assertEquals("INVALID_REQUEST", answer.reason());
    assertTrue(answer.detail().endsWith("not unspecified, broadcast or multicast"));
    assertFalse(api.wasAsked());
  }

  @Test
  void start_answers400_ratherThan403_whenTheBodyIsMalformedToo() {
    assertEquals(400, start("nowhere").by(api).status());
  }

  @Test
  void start_answers500_ratherThanGuess_whenTheGatewaySawNoAddress() {
    assertEquals(500, TestCall.start().sourceIp("").by(api).status());
    assertFalse(api.wasAsked());
  }
}
