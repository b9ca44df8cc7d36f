package com.enterprisesigning.simulator;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.Https.Reply;
import com.enterprisesigning.simulator.certificate.Pem;
import com.enterprisesigning.simulator.rp.IssueDate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.naming.ldap.LdapName;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contents of a completion verify, and each fault is exactly that fault ({@code
 * docs/bankid.md#the-signature}).
 */
class SignatureTest {
  @AutoClose private final Bench bench = new Bench();

  @Test
  void xmlSignature_isValid_underTheUsersRsaKey() throws Exception {
    Evidence evidence = evidenceOf(signBody());
    RSAPublicKey key = (RSAPublicKey) evidence.chain.getFirst().getPublicKey();
    assertEquals(2048, key.getModulus().bitLength());
    assertTrue(evidence.isXmlSignatureValid(key));
  }

  @Test
  void xmlSignature_hasThreeCertificates_underTheSignatureRootAndNotTheTlsRoot() throws Exception {
    Evidence evidence = evidenceOf(signBody());
    assertEquals(3, evidence.chain.size());
    assertTrue(evidence.isChainUnder(bench.simulator.signatureRootPem(), bench.clock.instant()));
    assertFalse(evidence.isChainUnder(bench.simulator.tlsRootPem(), bench.clock.instant()));
  }

  @Test
  void xmlSignature_holdsJustWhatWasSent() throws Exception {
    ObjectNode body = signBody().put("userVisibleDataFormat", "simpleMarkdownV1");
    body.put("userNonVisibleData", Bench.base64("bound to this"));
    Evidence evidence = evidenceOf(body);
    assertAll(
        () -> assertEquals(Bench.base64(Bench.TEXT), evidence.bankIdText("usrVisibleData")),
        () -> assertEquals(Bench.base64("bound to this"), evidence.bankIdText("usrNonVisibleData")),
        () -> assertEquals("Signing", evidence.bankIdText("funcId")),
        () ->
            assertEquals(
                "simpleMarkdownV1",
                evidence
                    .element("http://www.bankid.com/signature/v1.0.0/types", "usrVisibleData")
                    .getAttribute("format")),
        () ->
            assertEquals(
                Bench.base64("Simulated Relying Party"), evidence.bankIdText("displayName")));
  }

  @Test
  void userCertificate_namesThePerson() throws Exception {
    Evidence evidence = evidenceOf(signBody());
    LdapName subject =
        new LdapName(
            evidence
                .chain
                .getFirst()
                .getSubjectX500Principal()
                .getName("RFC2253", Map.of("2.5.4.5", "serialNumber")));
    assertAll(
        () -> assertTrue(subject.toString().contains("serialNumber=" + signer())),
        () -> assertTrue(evidence.chain.getFirst().getKeyUsage()[0], "digitalSignature"),
        () -> assertEquals(signer(), evidence.data.at("/user/personalNumber").textValue()),
        () -> assertEquals("Signe Signerar", evidence.data.at("/user/name").textValue()),
        () -> assertEquals("2025-11-21Z", evidence.text("bankIdIssueDate")));
  }

  @Test
  void ocspResponse_isGood_andSignedUnderTheUsersIssuer() throws Exception {
    Evidence evidence = evidenceOf(signBody());
    assertAll(
        () -> assertNull(evidence.ocsp.getResponses()[0].getCertStatus(), "good"),
        () -> assertTrue(evidence.isOcspForUser()),
        () -> assertTrue(evidence.isOcspSignedByResponder()),
        () -> assertTrue(evidence.isResponderUnderUsersIssuer()),
        () ->
            assertEquals(List.of("1.3.6.1.5.5.7.3.9"), evidence.responder().getExtendedKeyUsage()));
  }

  @ParameterizedTest
  @CsvSource({"UTC, 2025-11-21Z", "OFFSET, 2025-11-21+01:00", "DATE, 2025-11-21"})
  void issueDate_hasTheFormOfTheSetting(IssueDate form, String date) throws Exception {
    try (Bench other = new Bench(settings -> settings.with(form))) {
      Reply order = other.sign(other.role("Signs after"));
      other.passSeconds(12);
      assertEquals(
          date, other.collect(order).body().at("/completionData/bankIdIssueDate").textValue());
    }
  }

  @Test
  void ocspResponse_hasTheFormOfBankIds() throws Exception {
    Evidence evidence = evidenceOf(signBody());
    assertAll(
        () -> assertTrue(evidence.isNonceCritical()),
        () -> assertEquals(32, evidence.nonce().length, "not wrapped"),
        () -> assertEquals(evidence.responderSubject(), evidence.responderId(), "by name"),
        () -> assertNull(evidence.ocsp.getResponses()[0].getNextUpdate()));
  }

  @Test
  void ocspResponse_isBoundToTheSignature() throws Exception {
    assertTrue(evidenceOf(signBody()).isNonceOfSignature());
  }

  @Test
  void ocspResponse_isProducedAtTheSigning_howeverLateItIsCollected() throws Exception {
    Reply order = bench.rp("/sign", signBody());
    bench.passSeconds(9);
    Date signedAt = Date.from(bench.clock.instant().truncatedTo(ChronoUnit.SECONDS));
    bench.passSeconds(100);
    JsonNode data = bench.collect(order).body().get("completionData");
    assertEquals(signedAt, new Evidence(data).ocsp.getProducedAt());
  }

  @Test
  void device_hasTheEndUserIp() throws Exception {
    Evidence evidence = evidenceOf(signBody());
    assertEquals("198.51.100.7", evidence.data.at("/device/ipAddress").textValue());
  }

  @Test
  void device_ofAPhoneOrder_hasAnAddressOfLowRisk() throws Exception {
    Evidence evidence = evidenceOf("phone/sign", bench.phoneBody(signer()));
    assertEquals("198.51.100.1", evidence.data.at("/device/ipAddress").textValue());
  }

  @Test
  void uhi_identifiesThePersonsPhone_inCompletionAndSignature() throws Exception {
    Evidence signed = signedByHand(Bench.PERSON);
    String uhi = signed.data.at("/device/uhi").textValue();
    assertEquals(Bench.base64(uhi), signed.bankIdText("uhi"));
    assertEquals(uhi, signedByHand(Bench.PERSON).data.at("/device/uhi").textValue());
    assertNotEquals(uhi, signedByHand(Bench.OTHER_PERSON).data.at("/device/uhi").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth", "phone/auth"})
  void xmlSignature_ofAnIdentification_saysSo_andHasNoTextWhenNoneWasSent(String call)
      throws Exception {
    Evidence evidence = evidenceOf(call, bench.body(call, signer()));
    assertTrue(evidence.isXmlSignatureValid(evidence.chain.getFirst().getPublicKey()));
    assertEquals("Identification", evidence.bankIdText("funcId"));
    assertNull(evidence.element("http://www.bankid.com/signature/v1.0.0/types", "usrVisibleData"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"another text is signed", "altered", "the signed part is wrapped"})
  void textFault_appliesEvenWhenNoTextWasSent(String whatIsWrong) throws Exception {
    String person = bench.role("Signs, but the signature must be refused: " + whatIsWrong);
    Evidence evidence = evidenceOf("auth", bench.body("auth", person));
    assertEquals(
        !whatIsWrong.equals("altered"),
        evidence.isXmlSignatureValid(evidence.chain.getFirst().getPublicKey()));
    assertEquals("A text other than the one that was sent", evidence.signedText());
  }

  @Test
  void otherText_isSignedValidly() throws Exception {
    Evidence evidence = faulty("another text is signed");
    assertTrue(evidence.isXmlSignatureValid(evidence.chain.getFirst().getPublicKey()));
    assertFalse(evidence.signedText().equals(Bench.TEXT));
  }

  @Test
  void altered_isNotValid() throws Exception {
    Evidence evidence = faulty("altered");
    assertFalse(evidence.isXmlSignatureValid(evidence.chain.getFirst().getPublicKey()));
  }

  @Test
  void otherSigner_isNotThePersonInTheAnswer() throws Exception {
    Evidence evidence = faulty("the certificate is another person's");
    assertTrue(evidence.isXmlSignatureValid(evidence.chain.getFirst().getPublicKey()));
    assertTrue(evidence.isChainUnder(bench.simulator.signatureRootPem(), bench.clock.instant()));
    String subject =
        evidence
            .chain
            .getFirst()
            .getSubjectX500Principal()
            .getName("RFC2253", Map.of("2.5.4.5", "serialNumber"));
    assertFalse(subject.contains(evidence.data.at("/user/personalNumber").textValue()));
  }

  @Test
  void wrongRoot_isConsistentButNotUnderTheRoot() throws Exception {
    Evidence evidence = faulty("the root is not BankID's");
    assertTrue(evidence.isXmlSignatureValid(evidence.chain.getFirst().getPublicKey()));
    assertTrue(evidence.isResponderUnderUsersIssuer());
    assertFalse(evidence.isChainUnder(bench.simulator.signatureRootPem(), bench.clock.instant()));
    String itsRoot = Pem.of(bench.simulator.certificates().signature().counterfeit().root());
    assertTrue(evidence.isChainUnder(itsRoot, bench.clock.instant()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"the root is not BankID's", "the OCSP responder is not"})
  void certificatesOfFalseAuthorities_areSignedLikeTheGenuineOnes(String whatIsWrong)
      throws Exception {
    assertEquals(algorithms(evidenceOf(signBody())), algorithms(faulty(whatIsWrong)));
  }

  private static List<String> algorithms(Evidence evidence) throws Exception {
    return Stream.concat(evidence.chain.stream(), Stream.of(evidence.responder()))
        .map(X509Certificate::getSigAlgName)
        .toList();
  }

  @Test
  void revoked_isReportedByOcsp() throws Exception {
    Evidence evidence = faulty("the certificate is revoked");
    assertTrue(evidence.ocsp.getResponses()[0].getCertStatus() instanceof RevokedStatus);
  }

  @Test
  void wrongNonce_isOfAnotherSignature() throws Exception {
    Evidence evidence = faulty("the OCSP response is for another");
    assertEquals(32, evidence.nonce().length);
    assertFalse(evidence.isNonceOfSignature());
  }

  @Test
  void falseResponder_hasOnlyTheRightName() throws Exception {
    Evidence evidence = faulty("the OCSP responder is not");
    assertTrue(evidence.isOcspSignedByResponder());
    assertEquals(
        evidence.chain.getFirst().getIssuerX500Principal(),
        evidence.responder().getIssuerX500Principal());
    assertFalse(evidence.isResponderUnderUsersIssuer());
  }

  @Test
  void wrapped_isValidButOverAnotherTextThanTheFirst() throws Exception {
    Evidence evidence = faulty("the signed part is wrapped");
    assertTrue(evidence.isXmlSignatureValid(evidence.chain.getFirst().getPublicKey()));
    assertEquals(2, evidence.signedData().size());
    assertEquals(Bench.base64(Bench.TEXT), evidence.bankIdText("usrVisibleData"));
    assertFalse(evidence.signedText().equals(Bench.TEXT));
  }

  @Test
  void expiredCertificate_hadExpiredAtTheSigning() throws Exception {
    Evidence evidence = faulty("the certificate had expired");
    assertTrue(
        evidence
            .chain
            .getFirst()
            .getNotAfter()
            .toInstant()
            .isBefore(evidence.ocsp.getProducedAt().toInstant()));
    assertTrue(evidence.isXmlSignatureValid(evidence.chain.getFirst().getPublicKey()));
  }

  @Test
  void xmlSignature_namesTheRelyingParty_asBankIdWritesIt() throws Exception {
    assertEquals(
        Bench.base64(
            "cn=Simulated Relying Party,name=Simulated Relying Party,serialNumber=5500000000,"
                + "o=Simulated Bank AB (publ),c=SE"),
        evidenceOf(signBody()).bankIdText("name"));
  }

  @Test
  void xmlSignature_statesThePolicyOfTheCertificate() throws Exception {
    Evidence evidence = evidenceOf(signBody());
    assertEquals("1.2.3.4.25", evidence.bankIdText("value"));
    assertEquals("1.2.3.4.25", evidence.policy());
  }

  @Test
  void otherRelyingParty_isSignedValidly() throws Exception {
    Evidence evidence = faulty("another relying party is named");
    assertTrue(evidence.isXmlSignatureValid(evidence.chain.getFirst().getPublicKey()));
    assertFalse(evidence.bankIdText("name").equals(evidenceOf(signBody()).bankIdText("name")));
    assertEquals("1.2.3.4.25", evidence.bankIdText("value"));
  }

  @Test
  void otherCondition_isSignedValidly() throws Exception {
    Evidence evidence = faulty("the signed condition is not the certificate's policy");
    assertTrue(evidence.isXmlSignatureValid(evidence.chain.getFirst().getPublicKey()));
    assertEquals("1.2.3.4.5", evidence.bankIdText("value"));
    assertEquals("1.2.3.4.25", evidence.policy());
  }

  @ParameterizedTest
  @ValueSource(strings = {"low", "moderate", "high"})
  void riskOfARole_isReported_whereverTheOrderComesFrom(String risk) throws Exception {
    ObjectNode body = bench.signBody(bench.role("Signs, and BankID finds the risk " + risk));
    body.put("returnRisk", true);
    assertEquals(risk, evidenceOf(body).text("risk"));
  }

  @Test
  void xmlSignature_isNotValid_underAnotherKey() throws Exception {
    Evidence evidence = evidenceOf(signBody());
    assertFalse(evidence.isXmlSignatureValid(evidence.responder().getPublicKey()));
  }

  private String signer() {
    return bench.role("Signs after");
  }

  private ObjectNode signBody() {
    return bench.signBody(signer());
  }

  private Evidence faulty(String whatIsWrong) throws Exception {
    return evidenceOf(
        bench.signBody(bench.role("Signs, but the signature must be refused: " + whatIsWrong)));
  }

  private Evidence signedByHand(String person) throws Exception {
    Reply order = bench.sign(person);
    bench.open(order);
    bench.phone("sign", order);
    return new Evidence(bench.collect(order).body().get("completionData"));
  }

  private Evidence evidenceOf(ObjectNode body) throws Exception {
    return evidenceOf("sign", body);
  }

  private Evidence evidenceOf(String call, ObjectNode body) throws Exception {
    Reply order = bench.rp("/" + call, body);
    bench.passSeconds(12);
    return new Evidence(bench.collect(order).body().get("completionData"));
  }
}
