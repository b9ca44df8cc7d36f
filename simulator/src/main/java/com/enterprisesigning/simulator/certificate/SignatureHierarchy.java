package com.enterprisesigning.simulator.certificate;

import static com.enterprisesigning.simulator.certificate.Issuing.digitalSignature;
import static com.enterprisesigning.simulator.certificate.Issuing.extendedKeyUsage;
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
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.PolicyInformation;

/**
 * The hierarchy of signatures: a root, a bank CA and a bank customer CA, which issues the
 * certificates of the users and of the OCSP responder ({@code docs/bankid.md#the-signature}). All
 * users share one key, because making a key is slow and a relying party sees no difference.
 *
 * @param root the trust anchor of signatures; never part of a signature
 * @param userKey RSA 2048; its certificate names nobody and is never shown
 */
public record SignatureHierarchy(
    X509Certificate root,
    X509Certificate bankCa,
    Identity customerCa,
    Identity ocspResponder,
    Identity userKey) {
  private static final String ORGANIZATION = ", O=Simulated Bank AB (publ), C=SE";

  /** Names shaped like those of BankID's authorities. */
  private static final Names SIMULATED =
      new Names(
          "CN=Simulated BankID Root CA v1, O=Simulated BankID",
          "CN=Simulated Bank CA v1 for BankID" + ORGANIZATION,
          "CN=Simulated Bank Customer CA1 v1 for BankID" + ORGANIZATION,
          "CN=Simulated Bank OCSP Signer" + ORGANIZATION,
          "CN=The users' key" + ORGANIZATION);

  private static final String OCSP_ADDRESS = "http://revocationstatus.invalid";

  private static final String CUSTOMER_CA = "customer-ca";
  private static final String OCSP_RESPONDER = "ocsp-responder";
  private static final String USER_KEY = "user-key";

  /**
   * The distinguished names of a hierarchy (RFC 2253).
   *
   * @param userKey the subject of the certificate that holds the users' key; never shown
   */
  public record Names(
      String root, String bankCa, String customerCa, String ocspResponder, String userKey) {}

  /**
   * Creates a hierarchy with five new RSA keys, which takes a few tenths of a second. Each call
   * creates a different root with the same name.
   */
  public static SignatureHierarchy create(Instant now) {
    return create(now, SIMULATED);
  }

  /** Creates a hierarchy with other names. */
  public static SignatureHierarchy create(Instant now, Names names) {
    Validity validity = Validity.ofAuthority(now);
    List<KeyPair> keys = KeyPairs.rsa(5);
    Identity root = Issuing.root(names.root(), keys.get(0), validity);
    Identity bankCa = Issuing.authority(names.bankCa(), keys.get(1), validity, root);
    Identity customerCa = Issuing.authority(names.customerCa(), keys.get(2), validity, bankCa);
    return new SignatureHierarchy(
        root.certificate(),
        bankCa.certificate(),
        customerCa,
        ocspResponder(names.ocspResponder(), keys.get(3), validity, customerCa),
        Issuing.identity(
            new X500Name(names.userKey()), keys.get(4), validity, customerCa, List.of()));
  }

  /**
   * Returns a counterfeit of this hierarchy. Its authorities have the same names but another key,
   * so nothing that they issue leads to this root. Nothing else about them is wrong. Their key, and
   * the OCSP responder's, is the users' key: it is RSA, as a relying party expects, and making new
   * RSA keys would slow down every start.
   */
  public SignatureHierarchy counterfeit() {
    Validity validity = Validity.ofAuthority(bankCa.getNotBefore().toInstant());
    KeyPair users = new KeyPair(userKey.certificate().getPublicKey(), userKey.key());
    Identity otherRoot = Issuing.root(name(root), users, validity);
    Identity otherBankCa = Issuing.authority(name(bankCa), users, validity, otherRoot);
    Identity otherCustomerCa =
        Issuing.authority(name(customerCa.certificate()), users, validity, otherBankCa);
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
   * Reads the result of {@link #toPkcs12}.
   *
   * @throws IllegalArgumentException if {@code pkcs12} is something else, or the passphrase is
   *     wrong
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
   * Returns everything that signing needs as one PKCS#12. It does not contain the keys of root and
   * bank CA.
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
    return Issuing.identity(
        new X500Name(subject),
        keys,
        validity,
        issuer,
        List.of(
            digitalSignature(),
            extendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning, true),
            extension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE)));
  }

  /** Issues a BankID. */
  public X509Certificate issue(Person person, Validity validity) {
    return Issuing.certificate(
        subject(person),
        userKey.certificate().getPublicKey(),
        validity,
        customerCa,
        List.of(
            digitalSignature(),
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

  /** Returns a subject built like a BankID's: the personal number is its serialNumber. */
  private static X500Name subject(Person person) {
    return new X500NameBuilder()
        .addRDN(BCStyle.C, "SE")
        .addRDN(BCStyle.O, "Simulated Bank AB (publ)")
        .addRDN(BCStyle.SURNAME, person.surname())
        .addRDN(BCStyle.GIVENNAME, person.givenName())
        .addRDN(BCStyle.SERIALNUMBER, person.personalNumber().digits())
        .addRDN(BCStyle.NAME, person.name() + " - Simulated BankID")
        .addRDN(BCStyle.CN, person.name())
        .build();
  }
}
