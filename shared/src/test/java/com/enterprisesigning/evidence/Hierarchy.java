package com.enterprisesigning.evidence;

import java.security.KeyPair;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Root, bank CA, customer CA and OCSP responder, as BankID has them ({@code
 * docs/bankid.md#the-signature}).
 */
record Hierarchy(Identity root, Identity bankCa, Identity customerCa, Identity responder) {
  /** The policy of every user's certificate: a BankID on file, in the test environment. */
  static final String POLICY = "1.2.3.4.5";

  static final String ROOT = "O=Finansiell ID-Teknik of the tests,CN=Root CA v1";
  static final String BANK_CA = "C=SE,O=Bank of the tests,serialNumber=111111111111,CN=CA v1";
  static final String CUSTOMER_CA =
      "C=SE,O=Bank of the tests,serialNumber=111111111111,CN=Customer CA1 v1";
  static final String RESPONDER = CUSTOMER_CA + " OCSP Signing";

  static final Hierarchy GENUINE =
      under(CertificateSpec.authority(ROOT, Keys.ROOT).selfIssued(), Keys.BANK_CA);

  /** Has the same names but other keys. */
  static final Hierarchy COUNTERFEIT =
      under(CertificateSpec.authority(ROOT, Keys.STRANGER).selfIssued(), Keys.STRANGER);

  static Hierarchy under(Identity root, KeyPair bankKey) {
    Identity bankCa = CertificateSpec.authority(BANK_CA, bankKey).issuedBy(root);
    Identity customerCa = CertificateSpec.authority(CUSTOMER_CA, Keys.CUSTOMER_CA).issuedBy(bankCa);
    return new Hierarchy(root, bankCa, customerCa, newResponder().issuedBy(customerCa));
  }

  /** Key usage nonRepudiation, like BankID's responders. */
  static CertificateSpec newResponder() {
    return new CertificateSpec(new X500Name(RESPONDER), Keys.RESPONDER)
        .serial(1_002)
        .usage(KeyUsage.nonRepudiation)
        .purpose(KeyPurposeId.id_kp_OCSPSigning);
  }

  static CertificateSpec newUser(X500Name subject) {
    return new CertificateSpec(subject, Keys.USER)
        .usage(KeyUsage.digitalSignature)
        .policy(POLICY)
        .signedWith("SHA256withRSA");
  }

  static X500Name subject(String personalNumber) {
    return new X500NameBuilder()
        .addRDN(BCStyle.C, "SE")
        .addRDN(BCStyle.O, "Bank of the tests")
        .addRDN(BCStyle.SURNAME, "Öberg")
        .addRDN(BCStyle.GIVENNAME, "Karin")
        .addRDN(BCStyle.SERIALNUMBER, personalNumber)
        .addRDN(BCStyle.NAME, "(200101 08.33) Karin Öberg - BankID på fil")
        .addRDN(BCStyle.CN, "Karin Öberg")
        .build();
  }
}
