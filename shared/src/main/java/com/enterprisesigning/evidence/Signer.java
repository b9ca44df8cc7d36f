package com.enterprisesigning.evidence;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.PersonalNumber;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/** Checks that certificate, completion and order name the same person. */
final class Signer {
  private Signer() {}

  static void check(X509Certificate user, Completion completion, PersonalNumber expected)
      throws StepFailed {
    List<String> serialNumbers = serialNumbers(user);
    if (serialNumbers.size() != 1) {
      throw new StepFailed("The user's certificate does not name exactly one person.");
    }
    if (!serialNumbers.getFirst().equals(expected.digits())) {
      throw new StepFailed("The user's certificate does not belong to the person who was to sign.");
    }
    if (!expected.digits().equals(completion.user().personalNumber())) {
      throw new StepFailed("The completion does not name the person who was to sign.");
    }
  }

  /**
   * Reads all serialNumber attributes (2.5.4.5) of the subject from its DER. The printed form of
   * the name is not reliable. The text of another attribute can contain something that looks like a
   * serialNumber, and some printers write the value in hexadecimal.
   */
  private static List<String> serialNumbers(X509Certificate certificate) throws StepFailed {
    List<String> found = new ArrayList<>();
    try {
      for (RDN rdn : new JcaX509CertificateHolder(certificate).getSubject().getRDNs()) {
        for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
          if (attribute.getType().equals(BCStyle.SERIALNUMBER)) {
            found.add(text(attribute.getValue()));
          }
        }
      }
    } catch (CertificateEncodingException e) {
      throw new StepFailed("The user's certificate cannot be read.");
    }
    return found;
  }

  private static String text(ASN1Encodable value) throws StepFailed {
    if (value instanceof ASN1String string) {
      return string.getString();
    }
    throw new StepFailed("The serialNumber in the user's certificate is not text.");
  }
}
