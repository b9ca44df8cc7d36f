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
        "{ID,'return_url':'a\\u0000b'}|return_url: must be text of 1 to 512 characters",
        "{ID,'return_risk':'true'}|return_risk: must be true or false",
        "{ID,'return_risk':1}|return_risk: must be true or false",
        "{ID,'web':{}}|web: must have at least one member",
        "{ID,'web':[]}|web: must be an object",
        "{ID,'web':null}|web: must be an object",
        "{ID,'web':{'referring_domain':'A.example'}}|web.referring_domain: must be a domain",
        "{ID,'web':{'referring_domain':'ab'}}|web.referring_domain: must be a domain",
        "{ID,'web':{'userAgent':'x'}}|web.userAgent: is not a known member",
        "{ID,'app':{}}|app: must have at least one member",
        "{ID,'app':{'device_os':7}}|app.device_os: must be text of 1 to 256 characters",
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
            + " web.user_agent: must be text of 1 to 256 characters, without control characters;"
            + " extra: is not a known member",
        answer.detail());
  }

  @ParameterizedTest
  @CsvSource({"return_url,512", "device_identifier,64", "user_agent,256"})
  void start_countsACharacterOutsideTheBasicPlaneTwice(String member, int max) {
    String longest = "\uD83D\uDE00".repeat(max / 2);

    assertEquals(200, withText(member, longest).by(api).status());
    assertEquals(400, withText(member, longest + "x").by(api).status());
  }

  private static TestCall withText(String member, String text) {
    String pair = "\"" + member + "\":\"" + text + "\"";
    return TestCall.start()
        .json(
            "{" + ID + "," + (member.startsWith("return") ? pair : "\"web\":{" + pair + "}") + "}");
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
