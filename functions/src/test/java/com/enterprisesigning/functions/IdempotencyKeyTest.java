package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.Idempotency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The header Idempotency-Key of start, start/phone and registration: {@code
 * docs/architecture.md#the-contract}.
 */
class IdempotencyKeyTest {
  private static final String ID = "\"participant_id\":\"" + Samples.PARTICIPANT + "\"";

  private static Idempotency ofStart(String key, String body) {
    return ofStart(TestCall.start(), key, body);
  }

  private static Idempotency ofStart(TestCall call, String key, String body) {
    RecordingApi api = new RecordingApi();
    call.json(body).header("idempotency-key", key).by(api);
    return api.start().idempotency().orElseThrow();
  }

  @Test
  void aKey_reachesTheCore_asADigest() {
    assertEquals(
        "be2974546978e3739e6d6da85c4be9f334ce32df2b9fd4b6ff1b55c0d57e9d44",
        ofStart("key-1", "{" + ID + "}").keyDigest());
  }

  @Test
  void aRequest_reachesTheCore_asTheDigestOfItsSortedMembers() {
    // SHA-256 of {"participant_id":"...","return_risk":true}
    assertEquals(
        "526b65749381b454a80af62014d6d5fa907f63def64b0a27f56c4e1f23fe1ac8",
        ofStart("k", "{\"return_risk\": true, " + ID + "}").requestDigest());
  }

  @Test
  void aRequest_isTheSame_whateverItsWhiteSpaceAndOrder() {
    assertEquals(
        ofStart("k", "{" + ID + ",\"return_url\":\"a\",\"web\":{\"user_agent\":\"u\"}}"),
        ofStart("k", "{ \"web\" : {\"user_agent\":\"\\u0075\"}, \"return_url\":\"a\"," + ID + "}"));
  }

  @Test
  void aRequest_isTheSame_withItsIdInUpperCase() {
    assertEquals(
        ofStart("k", "{" + ID + "}"),
        ofStart("k", "{\"participant_id\":\"B9052A54-7E40-11EE-B962-0242AC120002\"}"));
  }

  @Test
  void aRequest_isAnother_withOtherMembers() {
    assertNotEquals(
        ofStart("k", "{" + ID + ",\"return_risk\":true}").requestDigest(),
        ofStart("k", "{" + ID + "}").requestDigest());
  }

  @Test
  void aStart_isTheSame_whateverItsEndUserIp() {
    String first = "{" + ID + ",\"end_user_ip\":\"::ffff:192.0.2.1\"}";
    String second = "{\"end_user_ip\":\"192.0.2.2\"," + ID + "}";

    assertEquals(ofStart(onBehalf(), "k", first), ofStart(onBehalf(), "k", second));
  }

  @Test
  void startPhone_andRegister_takeAKeyToo() {
    RecordingApi phone = new RecordingApi();
    TestCall.startPhone().header("idempotency-key", "k").by(phone);
    RecordingApi registration = new RecordingApi();
    TestCall.register().header("idempotency-key", "k").by(registration);

    assertTrue(phone.startPhone().idempotency().isPresent());
    assertTrue(registration.registration().idempotency().isPresent());
  }

  @Test
  void collectAndCancel_ignoreIt() {
    assertEquals(
        200, TestCall.collect().header("idempotency-key", "").by(new RecordingApi()).status());
    assertEquals(
        204, TestCall.cancel().header("idempotency-key", "").by(new RecordingApi()).status());
  }

  @Test
  void aKey_mayHave128Characters() {
    assertEquals(64, ofStart("~".repeat(128), "{" + ID + "}").keyDigest().length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "nyckel-å", "tab\t", "\u007f"})
  void start_answers400_whenTheKeyIsNotVisibleAscii(String key) {
    assertRefused(key);
  }

  @Test
  void start_answers400_whenTheKeyIsTooLong() {
    assertRefused("k".repeat(129));
  }

  private static void assertRefused(String key) {
    TestCall.Answer answer = TestCall.start().header("idempotency-key", key).by(new RecordingApi());

    assertEquals(400, answer.status());
    assertEquals("Idempotency-Key: must be 1 to 128 visible ASCII characters", answer.detail());
  }

  private static TestCall onBehalf() {
    return TestCall.start().token("server", "signing/sign signing/on-behalf");
  }
}
