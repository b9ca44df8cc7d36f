package com.enterprisesigning.evidence;

import static com.enterprisesigning.evidence.SigningBench.broken;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * XML signature wrapping: the genuine, still valid signature, moved within a document that shows
 * another text.
 */
class WrappingTest {
  private static final String OTHER = SignatureSpec.base64("Jag lånar 900 000 kr.");

  /** Takes the signed data as signed, and a copy with the other text. */
  private interface Wrapping {
    String wrap(String document, String signed, String evil);
  }

  private static void assertRefused(Wrapping wrapping) {
    broken(it -> it.signature.document = apply(it.signature.visibleData, wrapping))
        .assertRefusedAt(Step.XML_SIGNATURE);
  }

  private static UnaryOperator<String> apply(String visibleData, Wrapping wrapping) {
    return document -> {
      String signed =
          document.substring(
              document.indexOf("<bankIdSignedData"),
              document.indexOf("</bankIdSignedData>") + "</bankIdSignedData>".length());
      return wrapping.wrap(document, signed, signed.replace(visibleData, OTHER));
    };
  }

  private static String withId(String element, String id) {
    return element.replace("Id=\"bidSignedData\"", "Id=\"" + id + "\"");
  }

  @Test
  void verify_refuses_whenTheSignatureIsInsideAnotherDocument() {
    assertRefused((document, signed, evil) -> {
      int start = document.indexOf("<Signature");
      return "<envelope>" + evil + document.substring(start) + "</envelope>";
    });
  }

  @Test
  void verify_refuses_whenAnotherSignatureIsAroundIt() {
    assertRefused((document, signed, evil) -> {
      String original = document.substring(document.indexOf("<Signature"));
      return document.replace(
          "</Object></Signature>", "</Object><Object>" + original + "</Object></Signature>");
    });
  }

  @Test
  void verify_refuses_whenAnotherSignatureIsInsideTheSignedData() {
    SigningBench bench = SigningBench.genuine();
    bench.signature.signedData =
        xml ->
            xml.replace(
                "</bankIdSignedData>",
                "<Signature xmlns=\"" + Xml.XMLDSIG + "\"></Signature></bankIdSignedData>");
    bench.assertRefusedAt(Step.XML_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bidSignedData", "bidShown", ""})
  void verify_refuses_whenAnotherTextStandsBefore(String id) {
    assertRefused((document, signed, evil) ->
        document.replace("<Object>", "<Object>" + withId(evil, id) + "</Object><Object>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bidSignedData", "bidShown"})
  void verify_refuses_whenAnotherTextStandsAfter(String id) {
    assertRefused((document, signed, evil) -> document.replace(signed, signed + withId(evil, id)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bidSignedData", "bidShown"})
  void verify_refuses_whenTheSignedTextIsInsideTheOther(String id) {
    assertRefused((document, signed, evil) ->
        document.replace(
            signed,
            withId(evil, id).replace("</bankIdSignedData>", signed + "</bankIdSignedData>")));
  }

  @Test
  void verify_refuses_whenTheSignedTextIsHiddenInKeyInfo() {
    assertRefused((document, signed, evil) ->
        document
            .replace(signed, withId(evil, "bidShown"))
            .replace("<X509Data>", signed + "<X509Data>"));
  }

  @Test
  void verify_refuses_whenTheOtherTextIsInAnotherNamespace() {
    assertRefused((document, signed, evil) ->
        document.replace(signed, signed + evil.replace(Xml.BANKID, "urn:another")));
  }

  @Test
  void verify_refuses_whenTheReferenceIsLedToAnotherElementByItsId() {
    assertRefused((document, signed, evil) ->
        document
            .replace("<Object>", "<Object Id=\"bidSignedData\">")
            .replace(signed, withId(evil, "bidShown")));
  }

  @Test
  void verify_refuses_whenAnElementHasTheIdInAnotherCase() {
    assertRefused(
        (document, signed, evil) -> document.replace("<Object>", "<Object ID=\"bidSignedData\">"));
  }

  @Test
  void verify_refuses_whenAManifestStandsInTheObject() {
    assertRefused((document, signed, evil) -> document.replace("<Object>", "<Object><Manifest/>"));
  }

  @Test
  void verify_refusesTheText_whenASecondOneWasSigned() {
    broken(it ->
            it.signature.signedData =
                xml ->
                    xml.replace(
                        "<srvInfo>", "<usrVisibleData>" + OTHER + "</usrVisibleData><srvInfo>"))
        .assertRefusedAt(Step.SIGNED_TEXT);
  }

  @Test
  void verify_refusesTheText_whenItIsMadeOfElements() {
    broken(it ->
            it.signature.signedData =
                xml ->
                    xml.replace(
                        it.signature.visibleData, "<a>" + it.signature.visibleData + "</a>"))
        .assertRefusedAt(Step.SIGNED_TEXT);
  }
}
