package com.enterprisesigning.simulator.certificate;

import static com.enterprisesigning.simulator.certificate.Issuing.extension;

import com.enterprisesigning.simulator.person.Person;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;

/**
 * Root, bank CA, bank customer CA, and under the last the users and the OCSP responder
 * (bankid-facts section 6). All users share one key: making one takes long, and nothing that a
 * relying party can see rests on their being different.
 *
 * @param root the anchor of signatures; never part of a signature
 * @param userKey RSA 2048; its certificate names nobody and is never shown
 */
public record SignatureHierarchy(
    X509Certificate root,
    X509Certificate bankCa,
    Identity customerCa,
    Identity ocspResponder,
    Identity userKey) {
  private static final String ORGANIZATION = ", O=Simulated Bank AB (publ), C=SE";

  /** Mobile BankID of BankID's test environment. */
  private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.25");

  private static final String OCSP_ADDRESS = "http://revocationstatus.invalid";

  /** Takes some tenths of a second: five RSA keys. Another call makes another root of one name. */
  public static SignatureHierarchy create(Instant now) {
    Validity validity = Validity.ofAuthority(now);
    List<KeyPair> keys = IntStream.range(0, 5).parallel().mapToObj(_ -> Keys.rsa()).toList();
    Identity root =
        Issuing.root("CN=Simulated BankID Root CA v1, O=Simulated BankID", keys.get(0), validity);
    Identity bankCa =
        Issuing.authority(
            "CN=Simulated Bank CA v1 for BankID" + ORGANIZATION, keys.get(1), validity, root);
    Identity customerCa =
        Issuing.authority(
            "CN=Simulated Bank Customer CA1 v1 for BankID" + ORGANIZATION,
            keys.get(2),
            validity,
            bankCa);
    return new SignatureHierarchy(
        root.certificate(),
        bankCa.certificate(),
        customerCa,
        ocspResponder(keys.get(3), validity, customerCa),
        endEntity(
            "CN=The users' key" + ORGANIZATION, keys.get(4), validity, customerCa, List.of()));
  }

  private static Identity ocspResponder(KeyPair keys, Validity validity, Identity issuer) {
    return endEntity(
        "CN=Simulated Bank OCSP Signer" + ORGANIZATION,
        keys,
        validity,
        issuer,
        List.of(
            extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)),
            extension(
                Extension.extendedKeyUsage,
                true,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning)),
            extension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE)));
  }

  private static Identity endEntity(
      String subject,
      KeyPair keys,
      Validity validity,
      Identity issuer,
      List<Extension> extensions) {
    return new Identity(
        keys.getPrivate(),
        Issuing.certificate(new X500Name(subject), keys.getPublic(), validity, issuer, extensions));
  }

  /** Issues a BankID. */
  public X509Certificate issue(Person person, Validity validity) {
    return Issuing.certificate(
        Subjects.user(person),
        userKey.certificate().getPublicKey(),
        validity,
        customerCa,
        List.of(
            extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)),
            extension(
                Extension.certificatePolicies,
                false,
                new CertificatePolicies(new PolicyInformation(POLICY))),
            extension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(
                    new AccessDescription(
                        AccessDescription.id_ad_ocsp,
                        new GeneralName(GeneralName.uniformResourceIdentifier, OCSP_ADDRESS))))));
  }
}
