package com.enterprisesigning.evidence;

import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;

/**
 * Core validation of XML-DSig by the JDK, restricted to signatures in BankID's form ({@code
 * docs/bankid.md#the-signature}): RSA with SHA-2 over exactly two references, to the signed data
 * and to the certificates. The only transform of each is canonicalization.
 */
final class XmlSignature {
  private static final String CANONICAL = CanonicalizationMethod.INCLUSIVE;
  private static final Set<String> SIGNATURE_METHODS =
      Set.of(SignatureMethod.RSA_SHA256, SignatureMethod.RSA_SHA384, SignatureMethod.RSA_SHA512);
  private static final Set<String> DIGEST_METHODS =
      Set.of(DigestMethod.SHA256, DigestMethod.SHA384, DigestMethod.SHA512);
  private static final Set<String> URIS =
      Set.of("#" + SignedDocument.SIGNED_DATA_ID, "#" + SignedDocument.KEY_INFO_ID);

  private static final int MINIMUM_KEY_BITS = 2048;

  private XmlSignature() {}

  /** Checks the document's signature with the key of the user's certificate in it. */
  static void check(SignedDocument document) throws StepFailed {
    if (!(document.certificates().user().getPublicKey() instanceof RSAPublicKey key)
        || key.getModulus().bitLength() < MINIMUM_KEY_BITS) {
      throw new StepFailed(
          "The user's key is not an RSA key of at least " + MINIMUM_KEY_BITS + " bits.");
    }
    DOMValidateContext context = new DOMValidateContext(key, document.signature());
    context.setProperty("org.jcp.xml.dsig.secureValidation", true);
    try {
      // A factory is not thread-safe, so each check creates one.
      XMLSignature signature =
          XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      checkMethods(signature.getSignedInfo());
      checkValues(signature, context);
    } catch (MarshalException | XMLSignatureException e) {
      throw new StepFailed(
          "The signature is not XML-DSig, or uses a method that is refused, such as SHA-1.");
    }
  }

  private static void checkMethods(SignedInfo signedInfo) throws StepFailed {
    require(
        signedInfo.getCanonicalizationMethod().getAlgorithm().equals(CANONICAL)
            && SIGNATURE_METHODS.contains(signedInfo.getSignatureMethod().getAlgorithm()),
        "The document is not signed with RSA and SHA-2 over Canonical XML 1.0.");
    List<Reference> references = signedInfo.getReferences();
    require(
        references.size() == URIS.size()
            && references.stream().map(Reference::getURI).allMatch(URIS::contains)
            && references.stream().map(Reference::getURI).distinct().count() == URIS.size(),
        "The signature must have two references, one to the signed data and one to the"
            + " certificates.");
    for (Reference reference : references) {
      List<Transform> transforms = reference.getTransforms();
      require(
          DIGEST_METHODS.contains(reference.getDigestMethod().getAlgorithm())
              && transforms.size() == 1
              && transforms.getFirst().getAlgorithm().equals(CANONICAL),
          "A reference must be a SHA-2 digest of the canonical form, with no other transform.");
    }
  }

  private static void checkValues(XMLSignature signature, DOMValidateContext context)
      throws StepFailed, XMLSignatureException {
    require(
        signature.getSignatureValue().validate(context),
        "The signature was not made with the user's key, or its SignedInfo was changed.");
    for (Reference reference : signature.getSignedInfo().getReferences()) {
      require(
          reference.validate(context),
          "The data of the reference " + reference.getURI() + " was changed after it was signed.");
    }
  }

  private static void require(boolean holds, String otherwise) throws StepFailed {
    if (!holds) {
      throw new StepFailed(otherwise);
    }
  }
}
