package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a registration accepts: {@code docs/architecture.md#the-contract}. */
class RegistrationRequestTest {
  private static final String NUMBER = "'personal_number':'188001019804'";
  private static final String TEXT = "'user_visible_data':'I sign.'";

  private final RecordingApi api = new RecordingApi();

  private static String json(String quotedSingly) {
    return quotedSingly.replace('\'', '"');
  }

  /** Returns a registration of one participant with these members. */
  private static TestCall participant(String members) {
    return TestCall.register().json(json("{'reference':'r','participants':[{" + members + "}]}"));
  }

  /** Returns a registration with these members and one valid participant. */
  private static TestCall with(String members) {
    return TestCall.register()
        .json(json("{'participants':[{" + NUMBER + "," + TEXT + "}]," + members + "}"));
  }

  private static TestCall requirement(String members) {
    return participant(NUMBER + "," + TEXT + ",'requirement':{" + members + "}");
  }

  private void assertDetail(String expected, TestCall call) {
    TestCall.Answer answer = call.by(api);
    assertEquals(400, answer.status());
    assertTrue(answer.detail().startsWith(expected), answer.detail());
    assertFalse(api.wasAsked());
  }

  @Test
  void register_asksTheCore_withDefaults() {
    participant(NUMBER + "," + TEXT).by(api);

    RegistrationRequest.Signer signer = api.registration().participants().getFirst();
    assertEquals("demo", api.registration().client());
    assertEquals("r", api.registration().reference());
    assertEquals(Optional.empty(), api.registration().expiresAt());
    assertEquals("188001019804", signer.personalNumber().digits());
    assertEquals(
        new SigningText("I sign.", SigningText.Format.PLAINTEXT, Optional.empty()), signer.text());
    assertEquals(Requirement.NONE, signer.requirement());
  }

  @Test
  void register_takesEveryMember() {
    participant(
            NUMBER
                + ","
                + TEXT
                + ",'user_visible_data_format':'SIMPLE_MARKDOWN_V1','user_non_visible_data':'hash',"
                + "'requirement':{'pin_code':true,'mrtd':false,'card_reader':'CLASS2',"
                + "'certificate_policies':['1.2.752.78.1.5','1.2.752.78.*']}")
        .by(api);

    RegistrationRequest.Signer signer = api.registration().participants().getFirst();
    assertEquals(
        new SigningText("I sign.", SigningText.Format.SIMPLE_MARKDOWN_V1, Optional.of("hash")),
        signer.text());
    assertEquals(
        new Requirement(
            Optional.of(true),
            Optional.of(false),
            Optional.of("class2"),
            List.of("1.2.752.78.1.5", "1.2.752.78.*")),
        signer.requirement());
  }

  @Test
  void register_keepsTheOrderOfTheParticipants() {
    TestCall.register()
        .json(
            json(
                "{'reference':'r','participants':["
                    + "{'personal_number':'189912319804','user_visible_data':'a'},"
                    + "{'personal_number':'188001019804','user_visible_data':'b'}]}"))
        .by(api);

    assertEquals(
        List.of("a", "b"),
        api.registration().participants().stream().map(it -> it.text().visible()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'reference':1|reference: must be text of 1 to 100 characters",
        "'reference':''|reference: must be text of 1 to 100 characters",
        "'reference':'a\\nb'|reference: must not contain control characters",
        "'reference':'a\\ufffd'|reference: contains U+FFFD or half a surrogate pair",
        "'references':'r'|reference: is required; references: is not a known member",
        "'reference':'r','expires_at':null|expires_at: must be a time in the future",
        "'reference':'r','expires_at':1795428002|expires_at: must be a time in the future",
        "'reference':'r','expires_at':'2026-11-23T10:00:02Z'|expires_at: must be a time in the",
        "'reference':'r','expires_at':'2027-02-30T00:00:00Z'|expires_at: must be a time in the",
        "'reference':'r','expires_at':'2027-01-01T00:00:00'|expires_at: must be a time in the",
        "'reference':'r','expires_at':'2027-01-01T00:00Z'|expires_at: must be a time in the",
        "'reference':'r','expires_at':'2027-01-01'|expires_at: must be a time in the future",
        "'reference':'r','participants2':[]|participants2: is not a known member"
      })
  void register_names_whatIsMalformed(String members, String detail) {
    assertDetail(detail, with(members));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
    "2027-01-01t01:30:00.123456+01:30, 2027-01-01T00:00:00.123Z"
  })
  void register_takesATimeWithAnyOffset_toTheMillisecond(String stated, Instant expected) {
    with("'reference':'r','expires_at':'" + stated + "'").by(api);

    assertEquals(Optional.of(expected), api.registration().expiresAt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"188100609802", "202611239803"})
  void register_takesAPersonWhoCanLive(String digits) {
    participant("'personal_number':'" + digits + "'," + TEXT).by(api);

    assertEquals(digits, api.registration().participants().getFirst().personalNumber().digits());
  }

  @ParameterizedTest
  @ValueSource(strings = {"208811229809", "202611249802", "000101019800"})
  void register_answers400_whenNobodyWithThatNumberCanLive(String digits) {
    assertDetail(
        "participants[0].personal_number: must be 12 digits",
        participant("'personal_number':'" + digits + "'," + TEXT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEXT|personal_number: is required",
        "'personal_number':'188001019805',TEXT|personal_number: must be 12 digits",
        "'personal_number':'8001019804',TEXT|personal_number: must be 12 digits",
        "'personal_number':188001019804,TEXT|personal_number: must be 12 digits",
        "NUMBER|user_visible_data: is required",
        "NUMBER,'user_visible_data':''|user_visible_data: must be text of 1 to 30000 bytes",
        "NUMBER,'user_visible_data':'a\\u0000'|user_visible_data: must not contain control",
        "NUMBER,'user_visible_data':'a\\ud800'|user_visible_data: contains U+FFFD or half a",
        "NUMBER,'user_visible_data':'a\\ufffd'|user_visible_data: contains U+FFFD or half a",
        "NUMBER,'user_visible_data':' \\n\\u200b'|user_visible_data: must contain something that",
        "NUMBER,'user_visible_data':'\\udb40\\udc20'|user_visible_data: must contain something",
        "NUMBER,'user_visible_data':'100 \\u202e001'|user_visible_data: must not contain characters"
            + " that turn the reading direction",
        "NUMBER,TEXT,'user_non_visible_data':'a\\u0000'|user_non_visible_data: must not contain NUL",
        "NUMBER,TEXT,'user_non_visible_data':'\\ufffd'|user_non_visible_data: contains U+FFFD",
        "NUMBER,'user_visible_data':['a']|user_visible_data: must be text of 1 to 30000 bytes",
        "NUMBER,TEXT,'user_visible_data_format':'plaintext'|user_visible_data_format: must be"
            + " PLAINTEXT or SIMPLE_MARKDOWN_V1",
        "NUMBER,TEXT,'user_non_visible_data':''|user_non_visible_data: must be text of 1 to 150000",
        "NUMBER,TEXT,'user_non_visible_data':null|user_non_visible_data: must be text of 1 to",
        "NUMBER,TEXT,'requirement':null|requirement: must be an object",
        "NUMBER,TEXT,'requirement':{'risk':'low'}|requirement.risk: is not a known member",
        "NUMBER,TEXT,'requirement':{'pin_code':0}|requirement.pin_code: must be true or false",
        "NUMBER,TEXT,'requirement':{'card_reader':'class1'}|requirement.card_reader: must be CLASS1"
            + " or CLASS2",
        "NUMBER,TEXT,'status':'COMPLETE'|status: is not a known member"
      })
  void register_names_whatIsMalformedOfAParticipant(String members, String detail) {
    assertDetail(
        "participants[0]." + detail,
        participant(members.replace("NUMBER", NUMBER).replace("TEXT", TEXT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "null",
        "'1.2.752.78.1.5'",
        "['1','2','3','4','5','6','7','8','9','10','11']"
      })
  void register_answers400_whenThePoliciesAreNotAnArrayOf1To10(String policies) {
    assertDetail(
        "participants[0].requirement.certificate_policies: must be an array of 1 to 10",
        requirement("'certificate_policies':" + policies));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1.2.*",
        "1.2.752.*",
        "1.2.752.78.*.*",
        "3.1",
        "1.2.",
        "1..2",
        "1.02",
        "*",
        "a"
      })
  void register_answers400_whenAPolicyIsNotAnOid(String policy) {
    assertDetail(
        "participants[0].requirement.certificate_policies[1]: must be an OID",
        requirement("'certificate_policies':['1.2.752.78.*.1','" + policy + "']"));
  }

  @Test
  void register_namesTheParticipant_byItsPlace() {
    String good = "{" + NUMBER + "," + TEXT + "}";
    TestCall call =
        TestCall.register()
            .json(
                json(
                    "{'reference':'r','participants':["
                        + good
                        + ","
                        + good
                        + ",{'personal_number':'1',"
                        + TEXT
                        + "},7]}"));

    assertDetail(
        "participants[3]: must be an object; participants[2].personal_number: must be", call);
  }

  @Test
  void register_takes20Participants_andNoMore() {
    String good = json("{" + NUMBER + "," + TEXT + "}");
    String twenty = String.join(",", Collections.nCopies(20, good));

    assertEquals(
        201,
        TestCall.register()
            .json("{\"reference\":\"r\",\"participants\":[" + twenty + "]}")
            .by(new RecordingApi())
            .status());
    for (String others : new String[] {"", twenty + "," + good}) {
      assertDetail(
          "participants: must be an array of 1 to 20",
          TestCall.register().json("{\"reference\":\"r\",\"participants\":[" + others + "]}"));
    }
  }

  @ParameterizedTest
  @CsvSource({"user_visible_data,30000", "user_non_visible_data,150000"})
  void register_countsBytesOfUtf8(String member, int max) {
    String other = member.equals("user_visible_data") ? "" : "," + TEXT;
    String longest = "å".repeat(max / 2);

    assertEquals(
        201,
        participant(NUMBER + other + ",'" + member + "':'" + longest + "'")
            .by(new RecordingApi())
            .status());
    assertDetail(
        "participants[0]." + member + ": must be text of 1 to " + max + " bytes in UTF-8",
        participant(NUMBER + other + ",'" + member + "':'" + longest + "x'"));
  }

  @Test
  void register_takesLineEndsAndTabs_inWhatIsRead() {
    participant(NUMBER + ",'user_visible_data':'a\\r\\nb\\tc'").by(api);

    assertEquals("a\r\nb\tc", api.registration().participants().getFirst().text().visible());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "see ", "a\\n", "a\\u2028", "\\u200b", "\\u202e", "\\u0001"})
  void register_answers400_whenTheNonVisibleData_containsWhatMarksTheServicesOwn(String before) {
    assertDetail(
        "participants[0].user_non_visible_data: must not contain enterprise-signing:, which marks"
            + " the service's own data",
        participant(
            NUMBER + "," + TEXT + ",'user_non_visible_data':'" + before + "enterprise-signing:'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"enterprise-signing", "enterprise-signing\\n:", "Enterprise-Signing: the manual"})
  void register_takesNonVisibleData_thatNamesTheServiceOtherwise(String data) {
    assertEquals(
        201,
        participant(NUMBER + "," + TEXT + ",'user_non_visible_data':'" + data + "'")
            .by(api)
            .status());
  }

  /** The service's own line is never among the visible text. */
  @Test
  void register_takesAVisibleText_thatBeginsLikeTheServicesLine() {
    assertEquals(
        201,
        participant(NUMBER + ",'user_visible_data':'enterprise-signing:v1;'").by(api).status());
  }

  @Test
  void register_answers400_withThePlace_whenBankIdRefusesTheMarkdown() {
    assertDetail(
        "participants[0].user_visible_data: must have a space after the + of the list item at line"
            + " 2, column 1: BankID refuses the text otherwise",
        participant(
            NUMBER
                + ",'user_visible_data':'Villkor:\\n+Ränta',"
                + "'user_visible_data_format':'SIMPLE_MARKDOWN_V1'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'user_visible_data_format':'PLAINTEXT'"})
  void register_takesAnyPlainText(String format) {
    assertEquals(
        201,
        participant(NUMBER + ",'user_visible_data':'Villkor:\\n+Ränta'" + format).by(api).status());
  }

  @Test
  void register_echoesNoValue_whenItRefuses() {
    String answer =
        participant("'personal_number':'190001019999','user_visible_data':7")
            .by(api)
            .response()
            .getBody();

    assertFalse(answer.contains("190001019999"), answer);
  }
}
