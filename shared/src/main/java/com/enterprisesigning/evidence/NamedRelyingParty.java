package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.w3c.dom.Element;

/**
 * Checks that the app named our own relying party to the signer. The signed data has the name in
 * {@code srvInfo/name}: base64 of the subject of the RP certificate, as text of RFC 4514. Without
 * this check, a signature that another relying party asked for could be taken for ours.
 */
final class NamedRelyingParty {
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

  private NamedRelyingParty() {}

  static void check(Element signedData, OwnCertificates own) throws StepFailed {
    X500Name named = name(new X500Principal(text(signedData), TYPES));
    boolean isOurs =
        own.anySubject(subject -> named.equals(name(subject)))
            .orElseThrow(() ->
                new StepFailed(
                    "Not checked, because our own certificate could not be read.",
                    StepFailed.Effect.REPORTED));
    if (!isOurs) {
      throw new StepFailed("The signed data names another relying party.");
    }
  }

  private static String text(Element signedData) throws StepFailed {
    List<Element> information = Xml.children(signedData, Xml.BANKID, "srvInfo");
    Optional<Element> name =
        information.size() == 1 ? Xml.only(information.getFirst(), "name") : Optional.empty();
    if (name.isEmpty()) {
      throw new StepFailed("The signed data does not name the relying party exactly once.");
    }
    return new String(Base64Text.decode(Xml.text(name.get()), MAXIMUM_CHARACTERS), UTF_8);
  }

  /**
   * Returns the name in the form that compares names as such: neither the order of the attributes,
   * nor upper and lower case, nor escapes and repeated spaces matter.
   */
  private static X500Name name(X500Principal principal) {
    return X500Name.getInstance(principal.getEncoded());
  }
}
