package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.CallInitiator;
import com.enterprisesigning.domain.UserDevice;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What start and start/phone accept: {@code docs/architecture.md#the-contract}. */
class StartRequestTest {
  private static final String ID = "\"participant_id\":\"" + Samples.PARTICIPANT + "\"";

  private static final String SMILE = "\uD83D\uDE00";

  private final RecordingApi api = new RecordingApi();

  @Test
  void start_asksTheCore_withNothingButTheParticipant() {
    TestCall.start().by(api);

    assertEquals("demo", api.start().client());
    assertEquals(Samples.PARTICIPANT, api.start().participantId());
    assertEquals(Optional.empty(), api.start().returnUrl());
    assertEquals(Optional.empty(), api.start().returnRisk());
    assertEquals(Optional.empty(), api.start().userDevice());
    assertEquals(Optional.empty(), api.start().idempotency());
  }

  @Test
  void start_takesAReturnUrlAndRisk() {
    TestCall.start()
        .json("{" + ID + ",\"return_url\":\"https://a.example/#n=1\",\"return_risk\":true}")
        .by(api);

    assertEquals(Optional.of("https://a.example/#n=1"), api.start().returnUrl());
    assertEquals(Optional.of(true), api.start().returnRisk());
  }

  @Test
  void start_takesABrowser() {
    TestCall.start()
        .json(
            "{"
                + ID
                + """
                ,"web":{"referring_domain":"a.example","user_agent":"UA","device_identifier":"d"}}
                """)
        .by(api);

    assertEquals(
        Optional.of(
            new UserDevice.Web(Optional.of("a.example"), Optional.of("UA"), Optional.of("d"))),
        api.start().userDevice());
  }

  @Test
  void start_takesAnApp() {
    TestCall.start()
        .json(
            "{"
                + ID
                + """
                ,"app":{"app_identifier":"a","device_os":"o","device_model_name":"m",
                        "device_identifier":"d"}}
                """)
        .by(api);

    assertEquals(
        Optional.of(
            new UserDevice.App(
                Optional.of("a"), Optional.of("o"), Optional.of("m"), Optional.of("d"))),
        api.start().userDevice());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|participant_id: is required",
        "{'participant_id':null}|participant_id: must be a UUID",
        "{'participant_id':7}|participant_id: must be a UUID",
        "{'participant_id':''}|participant_id: must be a UUID",
        "{'participant_id':'1-1-1-1-1'}|participant_id: must be a UUID",
        "{ID,'return_url':''}|return_url: must be text of 1 to 512 characters",
        "{ID,'return_url':null}|return_url: must be text of 1 to 512 characters",
        "{ID,'return_url':'a\\u0000b'}|return_url: must not contain control characters",
        "{ID,'return_url':'a\\ufffdb'}|return_url: contains U+FFFD or half a surrogate pair",
        "{ID,'return_url':'a\\udc00b'}|return_url: contains U+FFFD or half a surrogate pair",
        "{ID,'return_risk':'true'}|return_risk: must be true or false",
        "{ID,'return_risk':1}|return_risk: must be true or false",
        "{ID,'web':[]}|web: must be an object",
        "{ID,'web':null}|web: must be an object",
        "{ID,'web':{'referring_domain':null}}|web.referring_domain: must be text",
        "{ID,'web':{'userAgent':'x'}}|web.userAgent: is not a known member",
        "{ID,'app':{'device_os':7}}|app.device_os: must be text",
        "{ID,'app':{},'web':{}}|app: must not be given together",
        "{ID,'app':{'device_os':'o'},'web':{'user_agent':'u'}}|app: must not be given together",
        "{ID,'endUserIp':'192.0.2.1'}|endUserIp: is not a known member",
        "{ID,'call_initiator':'RP'}|call_initiator: is not a known member"
      })
  void start_names_whatIsMalformed(String body, String detail) {
    TestCall.Answer answer =
        TestCall.start().json(body.replace('\'', '"').replace("ID", ID)).by(api);

    assertEquals(400, answer.status());
    assertEquals("INVALID_REQUEST", answer.reason());
    assertTrue(answer.detail().startsWith(detail), answer.detail());
    assertFalse(api.wasAsked());
  }

  @Test
  void start_namesEverythingThatIsMalformed_atOnce() {
    TestCall.Answer answer =
        TestCall.start()
            .json("{\"return_risk\":\"x\",\"web\":{\"user_agent\":1},\"extra\":{}}")
            .header("idempotency-key", "")
            .by(api);

    assertEquals(
        "Idempotency-Key: must be 1 to 128 visible ASCII characters;"
            + " participant_id: is required;"
            + " return_risk: must be true or false;"
            + " web.user_agent: must be text;"
            + " extra: is not a known member",
        answer.detail());
  }

  @Test
  void start_countsACharacterOutsideTheBasicPlaneTwice() {
    String longest = "{" + ID + ",\"return_url\":\"" + SMILE.repeat(256);

    assertEquals(200, TestCall.start().json(longest + "\"}").by(api).status());
    assertEquals(400, TestCall.start().json(longest + "x\"}").by(api).status());
  }

  private Optional<UserDevice> device(String object, String member, String text) {
    TestCall.Answer answer =
        TestCall.start()
            .json("{%s,\"%s\":{\"%s\":\"%s\"}}".formatted(ID, object, member, text))
            .by(api);
    assertEquals(200, answer.status(), answer.response().getBody());
    return api.start().userDevice();
  }

  private static Optional<UserDevice> userAgent(String text) {
    return Optional.of(new UserDevice.Web(Optional.empty(), Optional.of(text), Optional.empty()));
  }

  @Test
  void start_cutsAUserAgent_insteadOfRefusingIt() {
    assertEquals(userAgent("u".repeat(256)), device("web", "user_agent", "u".repeat(257)));
  }

  @Test
  void start_cutsAUserAgent_beforeACharacterThatCountsTwice() {
    assertEquals(
        userAgent("u" + SMILE.repeat(127)), device("web", "user_agent", "u" + SMILE.repeat(128)));
  }

  @Test
  void start_removesControlCharacters_fromAUserAgent() {
    assertEquals(
        userAgent("abcdef"), device("web", "user_agent", "a\\u0000b\u0085c\\ufffdd\\ud800e\\nf"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"device_os", "device_model_name"})
  void start_cutsWhatAnAppTells_insteadOfRefusingIt(String member) {
    Optional<String> cut = Optional.of("d".repeat(256));
    boolean os = member.equals("device_os");

    assertEquals(
        Optional.of(
            new UserDevice.App(
                Optional.empty(),
                os ? cut : Optional.empty(),
                os ? Optional.empty() : cut,
                Optional.empty())),
        device("app", member, "d".repeat(300)));
  }

  @Test
  void start_readsADomainInLowerCase() {
    assertEquals(
        Optional.of(
            new UserDevice.Web(Optional.of("a.example"), Optional.empty(), Optional.empty())),
        device("web", "referring_domain", "A.Example"));
  }

  @ParameterizedTest
  @CsvSource({
    "web, referring_domain, ab",
    "web, referring_domain, localhost:8080",
    "web, referring_domain, ''",
    "web, user_agent, ''",
    "web, user_agent, '\\u0001'",
    "web, device_identifier, ''",
    "web, device_identifier, 'a\\nb'",
    "web, device_identifier, 12345678901234567890123456789012345678901234567890123456789012345",
    "app, app_identifier, ''",
    "app, device_identifier, 12345678901234567890123456789012345678901234567890123456789012345"
  })
  void start_leavesOutAHint_thatBankIdWouldRefuse(String object, String member, String text) {
    assertEquals(Optional.empty(), device(object, member, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "app"})
  void start_leavesOutADevice_withoutMembers(String object) {
    TestCall.start().json("{" + ID + ",\"" + object + "\":{}}").by(api);

    assertEquals(Optional.empty(), api.start().userDevice());
  }

  @Test
  void start_takesAnUpperCaseUuid() {
    TestCall.start().json("{\"participant_id\":\"B9052A54-7E40-11EE-B962-0242AC120002\"}").by(api);

    assertEquals(Samples.PARTICIPANT, api.start().participantId());
  }

  @Test
  void startPhone_isInitiatedByTheRelyingParty_unlessItSaysOtherwise() {
    TestCall.startPhone().by(api);

    assertEquals(CallInitiator.RP, api.startPhone().callInitiator());
  }

  @Test
  void startPhone_takesTheCallInitiator() {
    TestCall.startPhone().json("{" + ID + ",\"call_initiator\":\"USER\"}").by(api);

    assertEquals(CallInitiator.USER, api.startPhone().callInitiator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"user\"", "null", "1", "[\"USER\"]"})
  void startPhone_answers400_whenTheCallInitiatorIsNeither(String value) {
    TestCall.Answer answer =
        TestCall.startPhone().json("{" + ID + ",\"call_initiator\":" + value + "}").by(api);

    assertEquals("call_initiator: must be USER or RP", answer.detail());
  }

  @Test
  void startPhone_knowsNoEndUserIp_evenOnBehalf() {
    TestCall.Answer answer =
        TestCall.startPhone()
            .token("server", "signing/sign signing/on-behalf")
            .json("{" + ID + ",\"end_user_ip\":\"192.0.2.1\"}")
            .by(api);

    assertEquals("end_user_ip: is not a known member", answer.detail());
  }
}
