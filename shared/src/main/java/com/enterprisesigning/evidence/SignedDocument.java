package com.enterprisesigning.evidence;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/**
 * A document of the one shape that BankID creates ({@code docs/bankid.md#the-signature}): a
 * Signature of SignedInfo, SignatureValue, KeyInfo and one Object, which holds the signed data and
 * nothing else. A wrapping attack needs a second element to point at; this shape has no room for
 * one.
 *
 * @param signedData the only {@code bankIdSignedData}; signed content is read only inside it
 */
record SignedDocument(Element signature, SignerCertificates certificates, Element signedData) {
  static final String SIGNED_DATA_ID = "bidSignedData";
  static final String KEY_INFO_ID = "bidKeyInfo";

  private static final Set<String> IDS = Set.of(SIGNED_DATA_ID, KEY_INFO_ID);
  private static final List<String> PARTS =
      List.of("SignedInfo", "SignatureValue", "KeyInfo", "Object");

  /** Finds the parts and declares their Ids, because there is no DTD that does so. */
  static SignedDocument of(Document document) throws StepFailed {
    Element signature = document.getDocumentElement();
    List<Element> parts = Xml.children(signature);
    require(
        Xml.is(signature, Xml.XMLDSIG, "Signature")
            && parts.stream().allMatch(part -> Xml.XMLDSIG.equals(part.getNamespaceURI()))
            && parts.stream().map(Element::getLocalName).toList().equals(PARTS),
        "The document is not a Signature of SignedInfo, SignatureValue, KeyInfo and one Object.");
    require(count(document, "Signature") == 1, "The document holds more than one Signature.");
    require(
        count(document, "bankIdSignedData") == 1,
        "The document must hold exactly one bankIdSignedData.");
    List<Element> content = Xml.children(parts.getLast());
    require(
        content.size() == 1 && Xml.is(content.getFirst(), Xml.BANKID, "bankIdSignedData"),
        "The Object must hold the bankIdSignedData and nothing else.");
    Element keyInfo = parts.get(2);
    Element signedData = content.getFirst();
    require(
        keyInfo.getAttribute("Id").equals(KEY_INFO_ID)
            && signedData.getAttribute("Id").equals(SIGNED_DATA_ID)
            && idsIn(document) == IDS.size(),
        "The Ids of KeyInfo and bankIdSignedData must be BankID's, and unique.");
    keyInfo.setIdAttribute("Id", true);
    signedData.setIdAttribute("Id", true);
    return new SignedDocument(signature, SignerCertificates.of(keyInfo), signedData);
  }

  /** Counts in every namespace, so that a look-alike is refused too. */
  private static int count(Document document, String name) {
    return document.getElementsByTagNameNS("*", name).getLength();
  }

  /** Counts the attributes that any reader could take for one of the two Ids. */
  private static int idsIn(Document document) {
    int found = 0;
    NodeList elements = document.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      NamedNodeMap attributes = elements.item(i).getAttributes();
      for (int j = 0; j < attributes.getLength(); j++) {
        if (attributes.item(j) instanceof Attr attribute
            && "id".equalsIgnoreCase(attribute.getLocalName())
            && IDS.contains(attribute.getValue())) {
          found++;
        }
      }
    }
    return found;
  }

  private static void require(boolean holds, String otherwise) throws StepFailed {
    if (!holds) {
      throw new StepFailed(otherwise);
    }
  }

  @Override
  public String toString() {
    return "SignedDocument[secret]";
  }
}
