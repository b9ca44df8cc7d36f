package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The order of the checks: scope, content type, size, body, right to end_user_ip. See {@code
 * docs/architecture.md#the-contract}.
 */
class OrderOfChecksTest {
  private static final String ID = Samples.PROCESS.toString();
  private static final int SMALL = 16 * 1024;
  private static final int REGISTRATION = 1024 * 1024;

  private final RecordingApi api = new RecordingApi();

  static Stream<Arguments> callsAndScopes() {
    return Stream.of(
        arguments("signing/sign", TestCall::start),
        arguments("signing/sign", TestCall::startPhone),
        arguments("signing/sign", TestCall::collect),
        arguments("signing/sign", TestCall::cancel),
        arguments("signing/register", TestCall::register),
        arguments("signing/register", () -> TestCall.getProcess(ID)),
        arguments("signing/register", () -> TestCall.withdrawProcess(ID)),
        arguments("signing/evidence", () -> TestCall.getEvidence(ID)));
  }

  static Stream<TestCall> callsWithABody() {
    return Stream.of(
        TestCall.start(),
        TestCall.startPhone(),
        TestCall.collect(),
        TestCall.cancel(),
        TestCall.register());
  }

  private static Arguments arguments(String scope, Supplier<TestCall> call) {
    return Arguments.of(scope, call);
  }

  @ParameterizedTest
  @MethodSource("callsAndScopes")
  void anyCall_reachesTheCore_withItsScopeAlone(String scope, Supplier<TestCall> call) {
    TestCall.Answer answer = call.get().token("demo", scope).by(api);

    assertTrue(answer.status() < 300, "status " + answer.status());
    assertTrue(api.wasAsked());
  }

  @ParameterizedTest
  @MethodSource("callsAndScopes")
  void anyCall_answers403_withEveryOtherScope(String scope, Supplier<TestCall> call) {
    String others =
        "signing/sign signing/register signing/evidence signing/on-behalf signing"
                .replace(scope, "")
            + " x"
            + scope;
    TestCall.Answer answer = call.get().token("demo", others).by(api);

    assertEquals(403, answer.status());
    assertEquals("MISSING_SCOPE", answer.reason());
    assertEquals("the access token lacks the scope " + scope, answer.detail());
    assertFalse(api.wasAsked());
  }

  @Test
  void anyCall_answers403_withoutAVerifiedToken() {
    TestCall.Answer answer = TestCall.start().withoutToken().by(api);

    assertEquals("MISSING_SCOPE", answer.reason());
  }

  @Test
  void anyCall_answers403_whenTheTokenNamesNoClient() {
    TestCall.Answer answer = TestCall.start().claims("scope", "signing/sign").by(api);

    assertEquals("MISSING_SCOPE", answer.reason());
    assertTrue(answer.detail().contains("client_id"), answer.detail());
  }

  @Test
  void theClient_isClientId_elseAzp_elseSub() {
    RecordingApi bySub = new RecordingApi();
    TestCall.start().claims("scope", "signing/sign", "sub", "s").by(bySub);
    RecordingApi byAzp = new RecordingApi();
    TestCall.start().claims("scope", "signing/sign", "sub", "s", "azp", "a").by(byAzp);

    assertEquals("s", bySub.start().client());
    assertEquals("a", byAzp.start().client());
  }

  @Test
  void theScope_isCheckedBeforeTheContentType() {
    assertEquals(403, TestCall.start().token("demo", "").without("content-type").by(api).status());
  }

  @ParameterizedTest
  @MethodSource("callsWithABody")
  void anyCallWithABody_answers415_withoutContentType(TestCall call) {
    TestCall.Answer answer = call.without("content-type").by(api);

    assertEquals(415, answer.status());
    assertEquals("UNSUPPORTED_MEDIA_TYPE", answer.reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "APPLICATION/JSON",
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "application/json ; Charset=\"utf-8\"",
        "application/json; charset = utf8 ",
        "application/json;",
        "application/json; ",
        "application/json; profile=\"a;b\"; charset=utf-8; odata.metadata=none",
        "application/json; charset",
        "application/json; xcharset=latin1"
      })
  void start_takesJson_withOrWithoutACharset(String contentType) {
    assertEquals(200, TestCall.start().header("content-type", contentType).by(api).status());
  }

  @Test
  void start_takesTheContentType_howeverItsNameIsSpelled() {
    TestCall call =
        TestCall.start().without("content-type").header("Content-Type", "application/json");

    assertEquals(200, call.by(api).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/plain",
        "application/problem+json",
        "application/jsonp",
        "application/json; charset=iso-8859-1",
        "application/json; charset=",
        "application/json; charset=utf-16",
        "application/json; v=1; CHARSET = \"latin1\"",
        "application/json; charset=utf-8; charset=latin1",
        "application/json x",
        "application/json,application/json",
        "application/x-www-form-urlencoded"
      })
  void start_answers415_forAnythingElse(String contentType) {
    assertEquals(415, TestCall.start().header("content-type", contentType).by(api).status());
  }

  @Test
  void theContentType_isCheckedBeforeTheSize() {
    assertEquals(
        415, TestCall.start().without("content-type").body(" ".repeat(SMALL + 1)).by(api).status());
  }

  @Test
  void start_takesABodyOf16Kilobytes_andNoByteMore() {
    String body = "{\"participant_id\":\"" + Samples.PARTICIPANT + "\"}";
    String longest = body + " ".repeat(SMALL - body.length());

    assertEquals(200, TestCall.start().body(longest).by(api).status());
    TestCall.Answer answer = TestCall.start().body(longest + " ").by(api);
    assertEquals(413, answer.status());
    assertEquals("PAYLOAD_TOO_LARGE", answer.reason());
    assertEquals("the body may have at most 16384 bytes", answer.detail());
  }

  @Test
  void theSize_isCountedAfterBase64() {
    String body = "{\"participant_id\":\"" + Samples.PARTICIPANT + "\"}";
    String longest = body + " ".repeat(SMALL - body.length());

    assertEquals(200, TestCall.start().bytes(longest).by(api).status());
    assertEquals(413, TestCall.start().bytes(longest + " ").by(api).status());
  }

  @Test
  void theSize_isCountedInBytes_notCharacters() {
    String body = "{\"x\":\"" + "ö".repeat(SMALL / 2) + "\"}";

    assertEquals(413, TestCall.start().body(body).by(api).status());
  }

  @Test
  void theSize_isCheckedBeforeTheBody() {
    assertEquals(413, TestCall.start().body("?".repeat(SMALL + 1)).by(api).status());
  }

  @Test
  void register_takesABodyOf1Megabyte_andNoByteMore() {
    String body =
        """
        {"reference":"r","participants":[
          {"personal_number":"188001019804","user_visible_data":"I sign."}]}\
        """;
    String longest = body + " ".repeat(REGISTRATION - body.length());

    assertEquals(201, TestCall.register().body(longest).by(api).status());
    assertEquals(413, TestCall.register().body(longest + " ").by(api).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1-1-1-1-1", "0b8f6f0e5c574b8e9d3e2f6f5f0f3a11", "..", "%00", "ö"})
  void anyCallOnAResource_answers400_whenTheIdIsNotAUuid(String id) {
    for (TestCall call :
        new TestCall[] {
          TestCall.getProcess(id), TestCall.withdrawProcess(id), TestCall.getEvidence(id)
        }) {
      TestCall.Answer answer = call.by(api);

      assertEquals(400, answer.status());
      assertEquals("the id in the path must be a UUID", answer.detail());
    }
    assertFalse(api.wasAsked());
  }

  @Test
  void anyCallOnAResource_needsNoContentType_andIgnoresABody() {
    assertEquals(200, TestCall.getProcess(ID).body("?").by(api).status());
  }
}
