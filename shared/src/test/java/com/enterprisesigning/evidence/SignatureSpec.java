package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * An XML signature to create, by default in BankID's shape ({@code docs/bankid.md#the-signature}).
 */
final class SignatureSpec {
  private static final String TYPE = "http://www.bankid.com/signature/v1.0.0/types";
  private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

  Key key = Keys.USER.getPrivate();
  List<X509Certificate> certificates = new ArrayList<>();
  String visibleData;
  String visibleAttributes = "charset=\"UTF-8\" visible=\"wysiwys\"";
  String nonVisibleData;
  String functionId = "Signing";
  String relyingParty = "cn=The tests,o=Bank of the tests,c=SE";
  String policies = Hierarchy.POLICY;
  String canonicalizationMethod = CanonicalizationMethod.INCLUSIVE;
  String signatureMethod = SignatureMethod.RSA_SHA256;
  String digestMethod = DigestMethod.SHA256;
  List<String> transforms = List.of(CanonicalizationMethod.INCLUSIVE);
  List<String> uris = List.of("#bidSignedData", "#bidKeyInfo");

  /** Changes the signed data before it is signed. */
  UnaryOperator<String> signedData = xml -> xml;

  /** Changes the document after it was signed. */
  UnaryOperator<String> document = xml -> xml;

  Charset charset = UTF_8;

  SignatureSpec(String visible, String nonVisible) {
    visibleData = base64(visible);
    nonVisibleData = base64(nonVisible);
  }

  /** Signs, and returns base64. */
  String sign() {
    try {
      return Base64.getEncoder()
          .encodeToString(document.apply(write(signedDocument())).getBytes(charset));
    } catch (Exception e) { // setting up a test can only fail
      throw new IllegalStateException(e);
    }
  }

  private Document signedDocument() throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
    Element data =
        builder
            .parse(new ByteArrayInputStream(signedData.apply(signedDataXml()).getBytes(UTF_8)))
            .getDocumentElement();
    Document result = builder.newDocument();
    DOMSignContext context = new DOMSignContext(key, result);
    context.setProperty("org.jcp.xml.dsig.secureValidation", false); // allows SHA-1
    Element adopted = (Element) result.adoptNode(data);
    adopted.setIdAttribute("Id", true);
    XMLObject object = FACTORY.newXMLObject(List.of(new DOMStructure(adopted)), null, null, null);
    KeyInfoFactory keyInfos = FACTORY.getKeyInfoFactory();
    KeyInfo keyInfo =
        keyInfos.newKeyInfo(List.of(keyInfos.newX509Data(certificates)), "bidKeyInfo");
    List<Reference> references = new ArrayList<>();
    for (String uri : uris) {
      references.add(reference(uri));
    }
    FACTORY
        .newXMLSignature(
            FACTORY.newSignedInfo(
                FACTORY.newCanonicalizationMethod(
                    canonicalizationMethod, (C14NMethodParameterSpec) null),
                FACTORY.newSignatureMethod(signatureMethod, null),
                references),
            keyInfo,
            List.of(object),
            null,
            null)
        .sign(context);
    return result;
  }

  private Reference reference(String uri) throws Exception {
    List<Transform> made = new ArrayList<>();
    for (String transform : transforms) {
      made.add(FACTORY.newTransform(transform, (TransformParameterSpec) null));
    }
    String type = uri.equals("#bidSignedData") ? TYPE : null;
    return FACTORY.newReference(uri, FACTORY.newDigestMethod(digestMethod, null), made, type, null);
  }

  private String signedDataXml() {
    StringBuilder xml = new StringBuilder();
    xml.append("<bankIdSignedData xmlns=\"").append(TYPE).append("\" Id=\"bidSignedData\">");
    xml.append("<usrVisibleData ").append(visibleAttributes).append('>').append(visibleData);
    xml.append("</usrVisibleData>");
    if (nonVisibleData != null) {
      xml.append("<usrNonVisibleData>").append(nonVisibleData).append("</usrNonVisibleData>");
    }
    xml.append("<srvInfo><name>").append(base64(relyingParty)).append("</name><nonce>");
    xml.append(base64("twenty bytes, random")).append("</nonce><displayName>");
    xml.append(base64("The tests")).append("</displayName></srvInfo><clientInfo><funcId>");
    xml.append(functionId).append("</funcId><version>").append(base64("7.50.0"));
    xml.append("</version><env><ai><type>").append(base64("TESTS")).append("</type>");
    xml.append("<deviceInfo>").append(base64("1.0")).append("</deviceInfo><uhi>device</uhi>");
    xml.append("<fsib>0</fsib><utb>cs1</utb><requirement><condition>");
    xml.append("<type>CertificatePolicies</type><value>").append(policies).append("</value>");
    xml.append(
        "</condition></requirement><uauth>pw</uauth></ai></env></clientInfo></bankIdSignedData>");
    return xml.toString();
  }

  private static String write(Document document) throws Exception {
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.STANDALONE, "no");
    StringWriter text = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
