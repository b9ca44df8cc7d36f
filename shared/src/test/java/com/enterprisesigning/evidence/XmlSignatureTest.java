package com.enterprisesigning.evidence;

import static com.enterprisesigning.evidence.SigningBench.broken;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test breaks the XML signature itself in one way. */
class XmlSignatureTest {

  private static void assertRefused(SigningBench bench) {
    bench.assertRefusedAt(Step.XML_SIGNATURE);
  }

  @Test
  void verify_refuses_whenTheTextWasAlteredAfterSigning() {
    String other = SignatureSpec.base64("Jag lånar 900 000 kr.");
    assertRefused(
        broken(it -> it.signature.document = xml -> xml.replace(it.signature.visibleData, other)));
  }

  @Test
  void verify_refuses_whenTheSignatureValueIsOfAnotherKey() {
    assertRefused(broken(it -> it.signature.key = Keys.STRANGER.getPrivate()));
  }

  @Test
  void verify_refuses_whenTheKeyIsTooShort() {
    SigningBench bench =
        SigningBench.withUser(
            new CertificateSpec(Hierarchy.subject(SigningBench.SIGNER.digits()), Keys.SHORT));
    bench.signature.key = Keys.SHORT.getPrivate();
    assertRefused(bench);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SignatureMethod.RSA_SHA1,
        "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1"
      })
  void verify_refuses_whenTheSignatureMethodIsNotBankIds(String method) {
    assertRefused(broken(it -> it.signature.signatureMethod = method));
  }

  @Test
  void verify_refuses_whenItIsAnHmacUnderTheUsersPublicKey() {
    assertRefused(
        broken(it -> {
          it.signature.signatureMethod = SignatureMethod.HMAC_SHA256;
          it.signature.key = new SecretKeySpec(Keys.USER.getPublic().getEncoded(), "HmacSHA256");
        }));
  }

  @Test
  void verify_refuses_whenTheDigestIsSha1() {
    assertRefused(broken(it -> it.signature.digestMethod = DigestMethod.SHA1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
        CanonicalizationMethod.EXCLUSIVE,
        Transform.ENVELOPED
      })
  void verify_refuses_whenAReferenceIsTransformedOtherwise(String transform) {
    assertRefused(broken(it -> it.signature.transforms = List.of(transform)));
  }

  @Test
  void verify_refuses_whenAReferenceIsTransformedTwice() {
    assertRefused(
        broken(it ->
            it.signature.transforms =
                List.of(Transform.ENVELOPED, CanonicalizationMethod.INCLUSIVE)));
  }

  @Test
  void verify_refuses_whenTheCanonicalFormIsAnother() {
    assertRefused(
        broken(it -> it.signature.canonicalizationMethod = CanonicalizationMethod.EXCLUSIVE));
  }

  @Test
  void verify_refuses_whenThereIsAThirdReference() {
    assertRefused(
        broken(it -> it.signature.uris = List.of("#bidSignedData", "#bidKeyInfo", "#bidKeyInfo")));
  }

  @Test
  void verify_refuses_whenTheSignedDataIsNotReferredTo() {
    assertRefused(broken(it -> it.signature.uris = List.of("#bidKeyInfo", "#bidKeyInfo")));
  }

  @Test
  void verify_refuses_whenTheCertificatesAreNotReferredTo() {
    assertRefused(broken(it -> it.signature.uris = List.of("#bidSignedData")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#nowhere", "http://127.0.0.1/", "file:///etc/hostname"})
  void verify_refusesWithoutLooking_whenAReferenceLeadsElsewhere(String uri) {
    assertRefused(
        broken(it ->
            it.signature.document =
                xml -> xml.replace("URI=\"#bidSignedData\"", "URI=\"" + uri + "\"")));
  }

  @Test
  void verify_refuses_whenTheCertificatesWereExchangedAfterSigning() {
    SigningBench other =
        SigningBench.withUser(
            Hierarchy.newUser(Hierarchy.subject(SigningBench.SIGNER.digits())).serial(7));
    other.signature.document =
        xml -> {
          String signed = xml(SigningBench.genuine());
          return signed.replace(part(signed, "X509Data"), part(xml, "X509Data"));
        };
    assertRefused(other);
  }

  @Test
  void verify_refuses_whenThereIsADoctype() {
    assertRefused(
        broken(it ->
            it.signature.document =
                xml -> xml.replace("?><", "?><!DOCTYPE Signature [<!ENTITY a \"b\">]><")));
  }

  private static String part(String xml, String name) {
    return xml.substring(xml.indexOf("<" + name + ">"), xml.indexOf("</" + name + ">"));
  }

  private static String xml(SigningBench bench) {
    return new String(Base64.getDecoder().decode(bench.signature.sign()), UTF_8);
  }
}
