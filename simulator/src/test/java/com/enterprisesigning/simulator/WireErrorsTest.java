package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.Https.Reply;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of bankid-facts section 2.4, and the member rules of sections 2.1 and 2.2. */
class WireErrorsTest {
  private Bench bench;

  @BeforeEach
  void start() throws Exception {
    bench = new Bench();
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void anyCall_answers401_withoutClientCertificate() throws Exception {
    assertError(
        401,
        "unauthorized",
        bench.nobody.post(bench.rpUri("/sign"), bench.signBody(Bench.PERSON).toString()));
  }

  @Test
  void anyCall_isRefusedByTls_whenAnotherBankIdIssuedTheCertificate() throws Exception {
    try (Simulator stranger = Simulator.start(new SimulatorSettings(0, bench.clock));
        Https client =
            new Https(bench.simulator.tlsRootPem(), Optional.of(stranger.clientCertificate()))) {
      // Both issuers bear the same name, so the client does send its certificate.
      assertThrows(
          IOException.class,
          () -> client.post(bench.rpUri("/sign"), bench.signBody(Bench.PERSON).toString()));
    }
  }

  @Test
  void anyCall_failsInTls_whenTheSignatureRootIsPinnedInstead() throws Exception {
    try (Https client =
        new Https(
            bench.simulator.signatureRootPem(), Optional.of(bench.simulator.clientCertificate()))) {
      assertThrows(SSLException.class, () -> client.post(bench.rpUri("/sign"), "{}"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void sign_answers405_whenNotPost(String method) throws Exception {
    Reply reply = bench.relyingParty.send(method, bench.rpUri("/sign"), "application/json", "{}");
    assertError(405, "methodNotAllowed", reply);
    assertEquals(Optional.of("POST"), reply.raw().headers().firstValue("Allow"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json; charset=utf-8", "application/json;charset=UTF-8", "text/plain"})
  void sign_answers415_whenTheContentTypeIsNotJustJson(String contentType) throws Exception {
    assertError(
        415,
        "unsupportedMediaType",
        bench.relyingParty.send(
            "POST", bench.rpUri("/sign"), contentType, bench.signBody(Bench.PERSON).toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/signs", "/sign/", "/phone", "", "/../v5/sign"})
  void anyCall_answers404_whenThePathIsWrong(String path) throws Exception {
    assertError(404, "notFound", bench.relyingParty.post(bench.rpUri(path), "{}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{", "{} {}", "\"text\"", "{\"a\":1,\"a\":2}"})
  void sign_answersInvalidParameters_whenTheBodyIsNoJsonObject(String body) throws Exception {
    assertError(400, "invalidParameters", bench.relyingParty.post(bench.rpUri("/sign"), body));
  }

  @Test
  void sign_answersInvalidParameters_whenTheBodyIsTooBig() throws Exception {
    assertError(
        400,
        "invalidParameters",
        bench.relyingParty.post(bench.rpUri("/sign"), " ".repeat(400_000) + "{}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "endUserIp | null",
        "endUserIp | 7",
        "endUserIp | \"\"",
        "endUserIp | \"1.2.3\"",
        "endUserIp | \"1.2.3.256\"",
        "endUserIp | \"01.2.3.4\"",
        "endUserIp | \"localhost\"",
        "endUserIp | \"::ffff:1.2.3.4\"",
        "endUserIp | \"::ffff:102:304\"",
        "endUserIp | \"fe80::1%eth0\"",
        "endUserIp | \"1:2:3\"",
        "userVisibleData | \"\"",
        "userVisibleData | \"not base64!\"",
        "userVisibleData | \"YQ\"",
        "userVisibleData | \"/w==\"",
        "userVisibleDataFormat | \"SimpleMarkdownV1\"",
        "userNonVisibleData | \"\"",
        "userNonVisibleData | \"%%%%\"",
        "returnUrl | \"\"",
        "returnRisk | \"true\"",
        "web | {}",
        "app | {}",
        "app | []",
        "requirement | \"none\"",
      })
  void sign_answersInvalidParametersAndNamesIt_whenAMemberBreaksItsRule(String name, String value)
      throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON);
    body.set(name, Bench.json(value));
    Reply reply = bench.rp("/sign", body);
    assertError(400, "invalidParameters", reply);
    assertEquals("Invalid " + name, reply.details());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "personalNumber | \"890071599\"",
        "personalNumber | \"189007159908\"",
        "personalNumber | \"189013159909\"",
        "pinCode | 1",
        "mrtd | \"yes\"",
        "cardReader | \"class3\"",
        "certificatePolicies | \"1.2.3.4.5\"",
        "certificatePolicies | []",
        "certificatePolicies | [\"1.*\"]",
        "certificatePolicies | [\"1.2.*.*\"]",
        "risk | \"high\"",
      })
  void sign_answersInvalidParametersAndNamesIt_whenARequirementBreaksItsRule(
      String name, String value) throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON);
    ((ObjectNode) body.get("requirement")).set(name, Bench.json(value));
    Reply reply = bench.rp("/sign", body);
    assertError(400, "invalidParameters", reply);
    assertEquals("Invalid " + name, reply.details());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web | {\"referringDomain\":\"Example.com\"}",
        "web | {\"deviceIdentifier\":\"\"}",
        "web | {\"userAgent\":7}",
        "web | {\"deviceOS\":\"iOS\"}",
        "personalNumber | \"189007159909\"",
        "callInitiator | \"RP\"",
      })
  void sign_answersInvalidParameters_whenAMemberDoesNotBelong(String name, String value)
      throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON);
    body.set(name, Bench.json(value));
    assertError(400, "invalidParameters", bench.rp("/sign", body));
  }

  @Test
  void sign_answersInvalidParameters_whenBothWebAndAppAreGiven() throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON);
    body.set("web", Bench.json("{\"userAgent\":\"a\"}"));
    body.set("app", Bench.json("{\"deviceOS\":\"a\"}"));
    assertError(400, "invalidParameters", bench.rp("/sign", body));
  }

  @ParameterizedTest
  @CsvSource({"userVisibleData, 40000", "userNonVisibleData, 200000"})
  void sign_takesTexts_upToTheirLimitAfterBase64(String name, int limit) throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON);
    assertEquals(200, bench.rp("/sign", body.put(name, "QUFB".repeat(limit / 4))).status());
    ObjectNode longer = bench.signBody(Bench.OTHER_PERSON);
    assertError(
        400,
        "invalidParameters",
        bench.rp("/sign", longer.put(name, "QUFB".repeat(limit / 4 + 1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"198.51.100.7", "2001:db8::1", "::1", "2001:DB8:0:0:0:0:0:1"})
  void sign_takesBothKindsOfAddress(String address) throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON).put("endUserIp", address);
    assertEquals(200, bench.rp("/sign", body).status());
  }

  @Test
  void sign_takesEveryMember_withinItsRule() throws Exception {
    ObjectNode body = bench.signBody(Bench.PERSON).put("returnUrl", "https://example.com/#n");
    body.put("userVisibleDataFormat", "plaintext").put("returnRisk", false);
    body.set(
        "web",
        Bench.json(
            "{\"referringDomain\":\"example.com\",\"userAgent\":\"a\",\"deviceIdentifier\":\"b\"}"));
    body.set(
        "requirement",
        Bench.json(
            """
            {"personalNumber":"189007159909","pinCode":true,"mrtd":false,"cardReader":"class2",
             "certificatePolicies":["1.2.752.78.1.5","1.2.*"],"risk":"moderate"}
            """));
    assertEquals(200, bench.rp("/sign", body).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "personalNumber | \"123\" | Invalid personalNumber",
        "callInitiator | \"rp\" | Invalid callInitiator",
        "endUserIp | \"1.2.3.4\" | Unknown parameter endUserIp",
        "returnRisk | true | Unknown parameter returnRisk",
        "requirement | {\"mrtd\":true} | Unknown parameter mrtd",
        "requirement | {\"personalNumber\":\"189007159909\"} | Unknown parameter personalNumber",
      })
  void phoneSign_answersInvalidParameters_whenAMemberBreaksItsRule(
      String name, String value, String details) throws Exception {
    ObjectNode body = bench.phoneBody(Bench.PERSON);
    body.set(name, Bench.json(value));
    Reply reply = bench.rp("/phone/sign", body);
    assertError(400, "invalidParameters", reply);
    assertEquals(details, reply.details());
  }

  @ParameterizedTest
  @ValueSource(strings = {"personalNumber", "callInitiator", "userVisibleData"})
  void phoneSign_answersInvalidParameters_whenAMemberIsMissing(String name) throws Exception {
    ObjectNode body = bench.phoneBody(Bench.PERSON);
    body.remove(name);
    Reply reply = bench.rp("/phone/sign", body);
    assertError(400, "invalidParameters", reply);
    assertEquals("Missing " + name, reply.details());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/collect", "/cancel"})
  void collectAndCancel_answerInvalidParameters_whenTheOrderIsUnknown(String path)
      throws Exception {
    Reply reply =
        bench.rp(path, Bench.json("{\"orderRef\":\"131daac9-16c6-4618-beb0-365768f37288\"}"));
    assertError(400, "invalidParameters", reply);
  }

  @Test
  void answers_areJsonWithoutCharset() throws Exception {
    Reply reply = bench.sign(Bench.PERSON);
    assertEquals(Optional.of("application/json"), reply.raw().headers().firstValue("Content-Type"));
    assertTrue(reply.body().get("orderRef").isTextual());
  }

  private static void assertError(int status, String errorCode, Reply reply) {
    assertEquals(status, reply.status());
    assertEquals(errorCode, reply.errorCode());
    assertTrue(reply.body().get("details").isTextual());
    assertEquals(2, reply.body().size());
  }
}
