package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.domain.Completion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.w3c.dom.Element;

/**
 * The relying party that the app named to the signer. The signed data has the name in {@code
 * srvInfo/name}: base64 of the subject of the RP certificate, as text of RFC 4514. The verification
 * requires our own name. Otherwise, a signature that another relying party asked for could be taken
 * for ours.
 */
public record NamedRelyingParty(String distinguishedName) {
  private static final int MAXIMUM_CHARACTERS = 4_000;

  /**
   * The attribute types that RP certificates have, beyond those that the JDK knows by name. BankID
   * writes {@code cn}, {@code name}, {@code serialNumber}, {@code o} and {@code c}.
   */
  private static final Map<String, String> TYPES =
      Map.of(
          "NAME", "2.5.4.41",
          "SERIALNUMBER", "2.5.4.5",
          "SN", "2.5.4.4",
          "GN", "2.5.4.42",
          "ORGANIZATIONIDENTIFIER", "2.5.4.97");

  /**
   * Reads the relying party of a completion, to be shown beside it. Nothing is proven: {@link
   * Verification} decides whether the name counts. Empty if none can be read.
   */
  public static Optional<NamedRelyingParty> in(Completion completion) {
    try {
      return Optional.of(of(new SignedDocumentReader().read(completion.signature()).signedData()));
    } catch (StepFailed | RuntimeException e) {
      // A parser may throw anything if its input is hostile.
      return Optional.empty();
    }
  }

  static NamedRelyingParty of(Element signedData) throws StepFailed {
    List<Element> information = Xml.children(signedData, Xml.BANKID, "srvInfo");
    Optional<Element> name =
        information.size() == 1 ? Xml.only(information.getFirst(), "name") : Optional.empty();
    if (name.isEmpty()) {
      throw new StepFailed("The signed data does not name the relying party exactly once.");
    }
    return new NamedRelyingParty(
        new String(Base64Text.decode(Xml.text(name.get()), MAXIMUM_CHARACTERS), UTF_8));
  }

  /** Checks that the name is the subject of our own certificate. */
  void requireOurs(OwnCertificates own) throws StepFailed {
    X500Name named = subject();
    boolean isOurs =
        own.anySubject(subject -> named.equals(comparable(subject)))
            .orElseThrow(() ->
                new StepFailed(
                    "Not checked, because our own certificate could not be read.",
                    StepFailed.Effect.REPORTED));
    if (!isOurs) {
      throw new StepFailed("The signed data names another relying party.");
    }
  }

  /** Returns the company in the name ({@code o}); empty if the name does not have exactly one. */
  public Optional<String> organization() {
    try {
      RDN[] organizations = subject().getRDNs(BCStyle.O);
      return organizations.length == 1
              && organizations[0].getFirst().getValue() instanceof ASN1String organization
          ? Optional.of(organization.getString())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not a name of RFC 4514
    }
  }

  private X500Name subject() {
    return comparable(new X500Principal(distinguishedName, TYPES));
  }

  /**
   * Returns the name in the form that compares names as such: neither the order of the attributes,
   * nor upper and lower case, nor escapes and repeated spaces matter.
   */
  private static X500Name comparable(X500Principal principal) {
    return X500Name.getInstance(principal.getEncoded());
  }
}
