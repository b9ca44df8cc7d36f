package com.enterprisesigning.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A completion, verified only by the JDK and BouncyCastle ({@code docs/bankid.md#the-signature}).
 */
final class Evidence {
  private static final String XMLDSIG = XMLSignature.XMLNS;
  private static final String BANKID = "http://www.bankid.com/signature/v1.0.0/types";

  final JsonNode data;
  final Document document;
  final List<X509Certificate> chain = new ArrayList<>();
  final BasicOCSPResp ocsp;

  Evidence(JsonNode completionData) throws Exception {
    data = completionData;
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(Base64.getDecoder().decode(text("signature"))));
    NodeList certificates = document.getElementsByTagNameNS(XMLDSIG, "X509Certificate");
    CertificateFactory x509 = CertificateFactory.getInstance("X.509");
    for (int i = 0; i < certificates.getLength(); i++) {
      byte[] der = Base64.getDecoder().decode(certificates.item(i).getTextContent());
      chain.add((X509Certificate) x509.generateCertificate(new ByteArrayInputStream(der)));
    }
    ocsp =
        (BasicOCSPResp)
            new OCSPResp(Base64.getDecoder().decode(text("ocspResponse"))).getResponseObject();
  }

  String text(String member) {
    return data.get(member).textValue();
  }

  /**
   * Runs core validation; names the Id attributes itself, since there is no DTD to declare them.
   */
  boolean isXmlSignatureValid(PublicKey key) throws Exception {
    DOMValidateContext context = new DOMValidateContext(key, document.getDocumentElement());
    context.setProperty("org.jcp.xml.dsig.secureValidation", true);
    for (Element signed : signedData()) {
      signed.setIdAttribute("Id", true);
    }
    element(XMLDSIG, "KeyInfo").setIdAttribute("Id", true);
    return XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context).validate(context);
  }

  List<Element> signedData() {
    NodeList all = document.getElementsByTagNameNS(BANKID, "bankIdSignedData");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }

  Element element(String namespace, String name) {
    return (Element) document.getElementsByTagNameNS(namespace, name).item(0);
  }

  String bankIdText(String name) {
    return element(BANKID, name).getTextContent();
  }

  /** Returns the text inside the data that the signature covers. */
  String signedText() {
    Element signed =
        signedData().stream()
            .filter(it -> it.getAttribute("Id").equals("bidSignedData"))
            .findFirst()
            .orElseThrow();
    String base64 =
        signed.getElementsByTagNameNS(BANKID, "usrVisibleData").item(0).getTextContent();
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  boolean isChainUnder(String rootPem, Instant at) throws Exception {
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(Https.certificate(rootPem), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    try {
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
      return true;
    } catch (CertPathValidatorException e) {
      return false;
    }
  }

  X509Certificate responder() throws Exception {
    return new JcaX509CertificateConverter().getCertificate(ocsp.getCerts()[0]);
  }

  boolean isOcspSignedByResponder() throws Exception {
    return ocsp.isSignatureValid(
        new JcaContentVerifierProviderBuilder().build(responder().getPublicKey()));
  }

  /** Returns whether the issuer of the user's certificate really signed the responder's. */
  boolean isResponderUnderUsersIssuer() throws Exception {
    try {
      responder().verify(chain.get(1).getPublicKey());
      return true;
    } catch (SignatureException e) {
      return false;
    }
  }

  /** Returns the only policy of the user's certificate. */
  String policy() throws Exception {
    return CertificatePolicies.fromExtensions(
            new JcaX509CertificateHolder(chain.getFirst()).getExtensions())
        .getPolicyInformation()[0]
        .getPolicyIdentifier()
        .getId();
  }

  boolean isOcspForUser() throws Exception {
    CertificateID id = ocsp.getResponses()[0].getCertID();
    return id.getSerialNumber().equals(chain.getFirst().getSerialNumber())
        && id.matchesIssuer(
            new JcaX509CertificateHolder(chain.get(1)),
            new JcaDigestCalculatorProviderBuilder().build());
  }

  byte[] nonce() {
    return ocsp.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce).getExtnValue().getOctets();
  }

  boolean isNonceCritical() {
    return ocsp.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce).isCritical();
  }

  X500Name responderSubject() {
    return ocsp.getCerts()[0].getSubject();
  }

  /** Returns the name by which the response identifies its responder; null if by its key. */
  X500Name responderId() {
    return ocsp.getResponderId().toASN1Primitive().getName();
  }

  boolean isNonceOfSignature() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-1")
            .digest(text("signature").getBytes(StandardCharsets.UTF_8));
    return nonce().length == 32 && Arrays.equals(Arrays.copyOf(nonce(), 20), digest);
  }
}
