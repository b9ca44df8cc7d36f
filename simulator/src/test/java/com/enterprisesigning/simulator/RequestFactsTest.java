package com.enterprisesigning.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.simulator.Https.Reply;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rows of {@code docs/bankid.md#sign} and {@code docs/bankid.md#sign-by-phone}: a call with one
 * parameter changed, and its answer. The answer is 200, or 400 {@code invalidParameters} with those
 * details. {@link RequirementFactsTest} tests what the parameters do.
 */
class RequestFactsTest {
  @AutoClose private static final Bench bench = new Bench();

  @ParameterizedTest(name = "{0}: {1} = {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the address of the user's device
          sign | endUserIp | absent              | 400 Missing endUserIp
          auth | endUserIp | absent              | 400 Missing endUserIp
          sign | endUserIp | "198.51.100.7"      | 200
          auth | endUserIp | "2001:db8::1"       | 200
          sign | endUserIp | "::1"               | 200
          sign | endUserIp | "2001:DB8:0:0:0:0:0:1" | 200
          sign | endUserIp | "::ffff:1.2.3.4"    | 400 Invalid endUserIp
          auth | endUserIp | "::ffff:102:304"    | 400 Invalid endUserIp
          sign | endUserIp | "1.2.3"             | 400 Invalid endUserIp
          sign | endUserIp | "1.2.3.256"         | 400 Invalid endUserIp
          sign | endUserIp | "01.2.3.4"          | 400 Invalid endUserIp
          sign | endUserIp | "fe80::1%eth0"      | 400 Invalid endUserIp
          sign | endUserIp | "1:2:3"             | 400 Invalid endUserIp
          sign | endUserIp | "localhost"         | 400 Invalid endUserIp
          sign | endUserIp | ""                  | 400 Invalid endUserIp
          sign | endUserIp | null                | 400 Invalid endUserIp
          sign | endUserIp | 7                   | 400 Invalid endUserIp

          # the text that the user sees, as base64 of UTF-8
          sign | userVisibleData | absent          | 400 Missing userVisibleData
          auth | userVisibleData | absent          | 200
          sign | userVisibleData | ""              | 400 Invalid userVisibleData
          auth | userVisibleData | ""              | 400 Invalid userVisibleData
          sign | userVisibleData | base64 of 40000 | 200
          sign | userVisibleData | base64 of 40004 | 400 Invalid userVisibleData
          auth | userVisibleData | base64 of 1500  | 200
          auth | userVisibleData | base64 of 1504  | 400 Invalid userVisibleData
          sign | userVisibleData | "no base64!"    | 400 Invalid userVisibleData
          sign | userVisibleData | "YQ"            | 400 Invalid userVisibleData
          sign | userVisibleData | "/w=="          | 400 Invalid userVisibleData
          # with CR, LF and CRLF in it
          sign | userVisibleData | "YQ1i"          | 200
          sign | userVisibleData | "YQpi"          | 200
          sign | userVisibleData | "YQ0KYg=="      | 200
          sign | userVisibleDataFormat | "plaintext"        | 200
          sign | userVisibleDataFormat | "simpleMarkdownV1" | 200
          auth | userVisibleDataFormat | "simpleMarkdownV1" | 200
          sign | userVisibleDataFormat | "SimpleMarkdownV1" | 400 Invalid userVisibleDataFormat

          # the data that the user does not see, as base64
          sign | userNonVisibleData | base64 of 200000 | 200
          sign | userNonVisibleData | base64 of 200004 | 400 Invalid userNonVisibleData
          auth | userNonVisibleData | base64 of 1500   | 200
          auth | userNonVisibleData | base64 of 1504   | 400 Invalid userNonVisibleData
          sign | userNonVisibleData | "/w=="           | 200
          sign | userNonVisibleData | "%%%%"           | 400 Invalid userNonVisibleData
          sign | userNonVisibleData | ""               | 400 Invalid userNonVisibleData

          # where the app returns, and the risk
          sign | returnUrl  | text of 512 | 200
          auth | returnUrl  | text of 513 | 400 Invalid returnUrl
          sign | returnUrl  | ""          | 400 Invalid returnUrl
          sign | returnUrl  | null        | 400 Invalid returnUrl
          sign | returnRisk | true        | 200
          sign | returnRisk | null        | 400 Invalid returnRisk
          auth | returnRisk | "true"      | 400 Invalid returnRisk

          # the user's device: web or app, with one member at least
          sign | web | {}                                   | 400 Invalid web
          sign | app | {}                                   | 400 Invalid app
          sign | app | []                                   | 400 Invalid app
          auth | web.referringDomain  | "xn--rksmrgs-5wao1o.se" | 200
          sign | web.referringDomain  | "se"                | 400 Invalid referringDomain
          sign | web.referringDomain  | text of 3           | 200
          sign | web.referringDomain  | text of 253         | 200
          sign | web.referringDomain  | text of 254         | 400 Invalid referringDomain
          sign | web.referringDomain  | "Example.com"       | 400 Invalid referringDomain
          sign | web.userAgent        | text of 256         | 200
          sign | web.userAgent        | text of 257         | 400 Invalid userAgent
          sign | web.userAgent        | ""                  | 400 Invalid userAgent
          sign | web.deviceIdentifier | text of 64          | 200
          sign | web.deviceIdentifier | text of 65          | 400 Invalid deviceIdentifier
          sign | web.deviceOS         | "iOS"               | 400 Unknown parameter deviceOS
          auth | app.appIdentifier    | "se.example.app"    | 200
          sign | app.deviceOS         | "iOS 26"            | 200
          sign | app.deviceModelName  | "iPhone17,1"        | 200
          sign | app.deviceIdentifier | text of 65          | 400 Invalid deviceIdentifier
          sign | app.appIdentifier    | 7                   | 400 Invalid appIdentifier
          sign | app.userAgent        | "a"                 | 400 Unknown parameter userAgent

          # what is required of the BankID
          sign | requirement                | "none"           | 400 Invalid requirement
          sign | requirement                | absent           | 200
          sign | requirement.personalNumber | "189007159909"   | 200
          sign | requirement.personalNumber | "9007159909"     | 400 Invalid personalNumber
          sign | requirement.personalNumber | "189007159908"   | 400 Invalid personalNumber
          auth | requirement.personalNumber | "189013159909"   | 400 Invalid personalNumber
          sign | requirement.personalNumber | "188100609802"   | 200
          sign | requirement.personalNumber | "188100729808"   | 200
          sign | requirement.personalNumber | "188102909804"   | 400 Invalid personalNumber
          sign | requirement.personalNumber | "188100129801"   | 400 Invalid personalNumber
          sign | requirement.pinCode        | true             | 200
          sign | requirement.pinCode        | 1                | 400 Invalid pinCode
          auth | requirement.mrtd           | true             | 200
          sign | requirement.mrtd           | "yes"            | 400 Invalid mrtd
          sign | requirement.cardReader     | "class1"         | 200
          sign | requirement.cardReader     | "class2"         | 200
          sign | requirement.cardReader     | "class3"         | 400 Invalid cardReader
          sign | requirement.certificatePolicies | ["1.2.752.78.1.5"]          | 200
          sign | requirement.certificatePolicies | ["1.2.752.78.1.1"]          | 200
          sign | requirement.certificatePolicies | ["1.2.752.78.1.2"]          | 200
          sign | requirement.certificatePolicies | ["1.2.752.60.1.6"]          | 200
          sign | requirement.certificatePolicies | ["1.2.752.71.1.3"]          | 200
          sign | requirement.certificatePolicies | ["1.2.3.4.10","1.2.752.78.*"] | 200
          sign | requirement.certificatePolicies | ["1.2.752.78.*.5"]          | 200
          sign | requirement.certificatePolicies | ["1.2.752.*"]               | 400 Invalid certificatePolicies
          sign | requirement.certificatePolicies | ["1.2.752.78.*.*"]          | 400 Invalid certificatePolicies
          sign | requirement.certificatePolicies | ["mobile"]                  | 400 Invalid certificatePolicies
          sign | requirement.certificatePolicies | ["1.2.3.4.5",7]             | 400 Invalid certificatePolicies
          sign | requirement.certificatePolicies | "1.2.3.4.5"                 | 400 Invalid certificatePolicies
          sign | requirement.certificatePolicies | []                          | 400 Invalid certificatePolicies
          sign | requirement.risk           | "low"            | 200
          auth | requirement.risk           | "moderate"       | 200
          sign | requirement.risk           | "high"           | 400 Invalid risk
          sign | requirement.name           | "a"              | 400 Unknown parameter name

          # what version 6.0 has not, and what only phone orders have
          sign | personalNumber | "189007159909" | 400 Unknown parameter personalNumber
          auth | callInitiator  | "RP"           | 400 Unknown parameter callInitiator
          """)
  void signAndAuth_checkEachParameter(String call, String name, String value, String answer)
      throws Exception {
    assertAnswer(call, name, value, answer);
  }

  @ParameterizedTest(name = "{0}: {1} = {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          phone/sign | personalNumber | absent         | 400 Missing personalNumber
          phone/auth | personalNumber | absent         | 400 Missing personalNumber
          phone/sign | personalNumber | "123"          | 400 Invalid personalNumber
          phone/sign | callInitiator  | absent         | 400 Missing callInitiator
          phone/sign | callInitiator  | "user"         | 200
          phone/auth | callInitiator  | "RP"           | 200
          phone/sign | callInitiator  | "rp"           | 400 Invalid callInitiator
          phone/auth | callInitiator  | "User"         | 400 Invalid callInitiator

          phone/sign | userVisibleData    | absent           | 400 Missing userVisibleData
          phone/auth | userVisibleData    | absent           | 200
          phone/sign | userVisibleData    | base64 of 40000  | 200
          phone/sign | userVisibleData    | base64 of 40004  | 400 Invalid userVisibleData
          phone/auth | userVisibleData    | base64 of 1500   | 200
          phone/auth | userVisibleData    | base64 of 1504   | 400 Invalid userVisibleData
          phone/sign | userNonVisibleData | base64 of 200000 | 200
          phone/auth | userNonVisibleData | base64 of 1504   | 400 Invalid userNonVisibleData
          phone/sign | userVisibleDataFormat | "simpleMarkdownV1" | 200
          phone/sign | userVisibleDataFormat | "markdown"    | 400 Invalid userVisibleDataFormat

          phone/sign | requirement.pinCode             | true             | 200
          phone/auth | requirement.cardReader          | "class1"         | 200
          phone/sign | requirement.certificatePolicies | ["1.2.3.4.25"]   | 200
          phone/sign | requirement.certificatePolicies | ["*"]            | 400 Invalid certificatePolicies

          # there is no device of the user's that the relying party could see
          phone/sign | endUserIp                  | "1.2.3.4"      | 400 Unknown parameter endUserIp
          phone/auth | returnUrl                  | "a"            | 400 Unknown parameter returnUrl
          phone/sign | returnRisk                 | true           | 400 Unknown parameter returnRisk
          phone/sign | web.userAgent              | "a"            | 400 Unknown parameter web
          phone/sign | app.deviceOS               | "a"            | 400 Unknown parameter app
          phone/sign | requirement.mrtd           | true           | 400 Unknown parameter mrtd
          phone/auth | requirement.risk           | "low"          | 400 Unknown parameter risk
          phone/sign | requirement.personalNumber | "189007159909" | 400 Unknown parameter personalNumber
          """)
  void phoneSignAndPhoneAuth_checkEachParameter(
      String call, String name, String value, String answer) throws Exception {
    assertAnswer(call, name, value, answer);
  }

  @Test
  void sign_answersInvalidParameters_whenBothWebAndAppAreGiven() throws Exception {
    var body = Parameter.set(bench.body("sign", Bench.PERSON), "web.userAgent", "\"a\"");

    Reply reply = bench.rp("/sign", Parameter.set(body, "app.deviceOS", "\"a\""));

    assertEquals("400 Invalid web and app: only one of them may be given", answer(reply));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sign       | simpleMarkdownV1 | + a\\n+b     | 400 At (2, 1)
          auth       | simpleMarkdownV1 | a\\r\\n\\r\\n+1 | 400 At (3, 1)
          phone/sign | simpleMarkdownV1 | +Ränta       | 400 At (1, 1)
          sign       | plaintext        | +Ränta       | 200
          sign       | simpleMarkdownV1 | a\\n+ b\\n+   | 200
          sign       | simpleMarkdownV1 | +**b**       | 200
          sign       | simpleMarkdownV1 | a +b         | 200
          """)
  void create_answersWhereTheMarkdownIsWrong(String call, String format, String text, String answer)
      throws Exception {
    String sent = text.replace("\\n", "\n").replace("\\r", "\r");
    String base64 = Base64.getEncoder().encodeToString(sent.getBytes(UTF_8));
    var body = Parameter.set(bench.body(call, Bench.PERSON), "userVisibleData", '"' + base64 + '"');

    Reply reply =
        bench.rp("/" + call, Parameter.set(body, "userVisibleDataFormat", '"' + format + '"'));
    if (reply.status() == 200) {
      bench.cancel(reply);
    }

    String details =
        ": Initial token for unordered list items must be '+' and it must be followed by space.";
    assertEquals(answer.startsWith("400") ? answer + details : answer, answer(reply));
  }

  @ParameterizedTest(name = "{0} answers {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sign       | orderRef autoStartToken qrStartToken qrStartSecret
          auth       | orderRef autoStartToken qrStartToken qrStartSecret
          phone/sign | orderRef
          phone/auth | orderRef
          """)
  void create_answersWhatStartsTheApp(String call, String members) throws Exception {
    Reply created = bench.create(call, Bench.PERSON);
    bench.cancel(created);

    List<String> names = created.body().propertyStream().map(it -> it.getKey()).toList();
    assertEquals(List.of(members.split(" ")), names);
  }

  private static void assertAnswer(String call, String name, String value, String answer)
      throws Exception {
    Reply reply = bench.rp("/" + call, Parameter.set(bench.body(call, Bench.PERSON), name, value));
    if (reply.status() == 200) {
      bench.cancel(reply);
    }

    assertEquals(answer, answer(reply));
  }

  private static String answer(Reply reply) {
    if (reply.status() == 400) {
      assertEquals("invalidParameters", reply.errorCode());
      return "400 " + reply.details();
    }
    return String.valueOf(reply.status());
  }
}
