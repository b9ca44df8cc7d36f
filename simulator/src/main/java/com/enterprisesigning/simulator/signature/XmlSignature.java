package com.enterprisesigning.simulator.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * Writes the enveloping XML signature of {@code docs/bankid.md#the-signature}. Each part is written
 * in its canonical form: namespaces declared where they begin, attributes in order, no
 * empty-element tags.
 */
final class XmlSignature {
  static final String SIGNED_DATA_ID = "bidSignedData";

  private static final String KEY_INFO_ID = "bidKeyInfo";
  private static final String XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";
  private static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
  private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

  private XmlSignature() {}

  /**
   * Signs the data.
   *
   * @param signedData the data in canonical form, with the Id {@link #SIGNED_DATA_ID}
   * @param certificates the signer's and its issuers', without the root
   */
  static Parts sign(String signedData, PrivateKey key, List<X509Certificate> certificates) {
    String keyInfo = keyInfo(certificates);
    String signedInfo =
        "<SignedInfo xmlns=\""
            + XMLDSIG
            + "\">"
            + empty("CanonicalizationMethod", C14N)
            + empty("SignatureMethod", RSA_SHA256)
            + reference("Type=\"" + SignedData.TYPE + "\" ", SIGNED_DATA_ID, signedData)
            + reference("", KEY_INFO_ID, keyInfo)
            + "</SignedInfo>";
    String head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><Signature xmlns=\""
            + XMLDSIG
            + "\">"
            + signedInfo
            + "<SignatureValue>"
            + signatureValue(signedInfo, key)
            + "</SignatureValue>"
            + keyInfo;
    return new Parts(head, signedData);
  }

  /**
   * A document in two parts, so that a fault can be inserted between them.
   *
   * @param head everything before the objects
   * @param signedData what was signed
   */
  record Parts(String head, String signedData) {

    String document() {
      return documentWith(object(signedData));
    }

    String documentWith(String objects) {
      return head + objects + "</Signature>";
    }
  }

  static String object(String content) {
    return "<Object>" + content + "</Object>";
  }

  private static String keyInfo(List<X509Certificate> certificates) {
    StringBuilder xml =
        new StringBuilder(
            "<KeyInfo xmlns=\"" + XMLDSIG + "\" Id=\"" + KEY_INFO_ID + "\"><X509Data>");
    for (X509Certificate certificate : certificates) {
      xml.append("<X509Certificate>").append(encoded(certificate)).append("</X509Certificate>");
    }
    return xml.append("</X509Data></KeyInfo>").toString();
  }

  private static String reference(String type, String id, String canonical) {
    return "<Reference "
        + type
        + "URI=\"#"
        + id
        + "\"><Transforms>"
        + empty("Transform", C14N)
        + "</Transforms>"
        + empty("DigestMethod", SHA256)
        + "<DigestValue>"
        + digest(canonical)
        + "</DigestValue></Reference>";
  }

  private static String empty(String name, String algorithm) {
    return "<" + name + " Algorithm=\"" + algorithm + "\"></" + name + ">";
  }

  private static String digest(String canonical) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String signatureValue(String signedInfo, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signedInfo.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a user's key is RSA", e);
    }
  }

  private static String encoded(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was made here has an encoding", e);
    }
  }
}
