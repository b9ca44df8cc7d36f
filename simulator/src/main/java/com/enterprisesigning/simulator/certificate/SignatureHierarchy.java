package com.enterprisesigning.simulator.certificate;

import static com.enterprisesigning.simulator.certificate.Issuing.extension;

import com.enterprisesigning.simulator.person.MobileBankId;
import com.enterprisesigning.simulator.person.Person;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
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
 * The hierarchy of signatures: root, bank CA, bank customer CA, and under the last the users and
 * the OCSP responder ({@code docs/bankid.md#the-signature}). All users share one key. Making a key
 * takes long, and a relying party sees no difference.
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
  private static final String OCSP_ADDRESS = "http://revocationstatus.invalid";

  private static final String CUSTOMER_CA = "customer-ca";
  private static final String OCSP_RESPONDER = "ocsp-responder";
  private static final String USER_KEY = "user-key";

  /**
   * Creates a hierarchy with five new RSA keys, which takes a few tenths of a second. Each call
   * creates a different root with the same name.
   */
  public static SignatureHierarchy create(Instant now) {
    return create(now, HierarchyNames.SIMULATED);
  }

  /** Creates a hierarchy with other names. */
  public static SignatureHierarchy create(Instant now, HierarchyNames names) {
    Validity validity = Validity.ofAuthority(now);
    List<KeyPair> keys = Keys.rsa(5);
    Identity root = Issuing.root(names.root(), keys.get(0), validity);
    Identity bankCa = Issuing.authority(names.bankCa(), keys.get(1), validity, root);
    Identity customerCa = Issuing.authority(names.customerCa(), keys.get(2), validity, bankCa);
    return new SignatureHierarchy(
        root.certificate(),
        bankCa.certificate(),
        customerCa,
        ocspResponder(names.ocspResponder(), keys.get(3), validity, customerCa),
        endEntity(names.userKey(), keys.get(4), validity, customerCa, List.of()));
  }

  /**
   * Returns a hierarchy with the same names whose authorities have other keys, so that nothing it
   * issues leads to this root. The user's key stays and also signs OCSP responses: a new RSA key
   * takes so long on a busy machine that a collect could time out meanwhile.
   */
  public SignatureHierarchy counterfeit() {
    Validity validity = Validity.ofAuthority(bankCa.getNotBefore().toInstant());
    Identity otherRoot = Issuing.root(name(root), Keys.ec(), validity);
    Identity otherBankCa = Issuing.authority(name(bankCa), Keys.ec(), validity, otherRoot);
    Identity otherCustomerCa =
        Issuing.authority(name(customerCa.certificate()), Keys.ec(), validity, otherBankCa);
    KeyPair users = new KeyPair(userKey.certificate().getPublicKey(), userKey.key());
    return new SignatureHierarchy(
        otherRoot.certificate(),
        otherBankCa.certificate(),
        otherCustomerCa,
        ocspResponder(name(ocspResponder.certificate()), users, validity, otherCustomerCa),
        userKey);
  }

  private static String name(X509Certificate certificate) {
    return Issuing.subject(certificate).toString();
  }

  /**
   * Reads what {@link #toPkcs12} wrote.
   *
   * @throws IllegalArgumentException if it is something else, or the passphrase is wrong
   */
  public static SignatureHierarchy fromPkcs12(byte[] pkcs12, String passphrase) {
    return from(Pkcs12.read(pkcs12, passphrase));
  }

  static SignatureHierarchy from(Pkcs12 store) {
    List<X509Certificate> chain = store.chain(CUSTOMER_CA);
    return new SignatureHierarchy(
        chain.get(2),
        chain.get(1),
        store.identity(CUSTOMER_CA),
        store.identity(OCSP_RESPONDER),
        store.identity(USER_KEY));
  }

  /**
   * Returns everything that signing needs as one PKCS#12. The keys of root and bank CA are not
   * kept.
   */
  public byte[] toPkcs12(String passphrase) {
    return into(Pkcs12.empty(passphrase)).bytes();
  }

  Pkcs12 into(Pkcs12 store) {
    return store
        .with(CUSTOMER_CA, customerCa, bankCa, root)
        .with(OCSP_RESPONDER, ocspResponder)
        .with(USER_KEY, userKey);
  }

  private static Identity ocspResponder(
      String subject, KeyPair keys, Validity validity, Identity issuer) {
    return endEntity(
        subject,
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
                new CertificatePolicies(
                    new PolicyInformation(new ASN1ObjectIdentifier(MobileBankId.POLICY)))),
            extension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(
                    new AccessDescription(
                        AccessDescription.id_ad_ocsp,
                        new GeneralName(GeneralName.uniformResourceIdentifier, OCSP_ADDRESS))))));
  }
}
