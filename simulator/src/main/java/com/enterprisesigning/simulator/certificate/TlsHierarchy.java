package com.enterprisesigning.simulator.certificate;

import static com.enterprisesigning.simulator.certificate.Issuing.digitalSignature;
import static com.enterprisesigning.simulator.certificate.Issuing.extendedKeyUsage;
import static com.enterprisesigning.simulator.certificate.Issuing.extension;

import com.enterprisesigning.simulator.order.RelyingParty;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * The certificates of mutual TLS: the server's and the clients', each under its own root.
 *
 * @param root the root that a relying party pins
 * @param server valid for 127.0.0.1, ::1, localhost and host.docker.internal
 * @param rpIssuer issues the client certificates
 * @param client the first relying party's certificate
 * @param anotherClient a second relying party's certificate
 * @param blockedClient the certificate of a relying party without access
 */
public record TlsHierarchy(
    X509Certificate root,
    Identity server,
    Identity rpIssuer,
    Identity client,
    Identity anotherClient,
    Identity blockedClient) {
  private static final String ORGANIZATION = ", O=Simulated BankID";

  /** The serialNumber in the subject of each client: no company has this number. */
  private static final String ORGANIZATION_NUMBER = "5500000000";

  static TlsHierarchy create(Instant now) {
    Validity validity = Validity.ofAuthority(now);
    Identity root =
        Issuing.root("CN=Simulated BankID SSL Root CA v1" + ORGANIZATION, KeyPairs.ec(), validity);
    Identity server =
        Issuing.identity(
            new X500Name("CN=localhost" + ORGANIZATION),
            KeyPairs.ec(),
            validity,
            root,
            List.of(
                digitalSignature(),
                extendedKeyUsage(KeyPurposeId.id_kp_serverAuth, false),
                extension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(
                        new GeneralName[] {
                          new GeneralName(GeneralName.dNSName, "localhost"),
                          new GeneralName(GeneralName.dNSName, "host.docker.internal"),
                          new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                          new GeneralName(GeneralName.iPAddress, "::1")
                        }))));
    Identity rpIssuer =
        Issuing.root("CN=Simulated Bank RP CA v1" + ORGANIZATION, KeyPairs.ec(), validity);
    return new TlsHierarchy(
        root.certificate(),
        server,
        rpIssuer,
        client("Simulated Relying Party", rpIssuer, validity),
        client("Another Relying Party", rpIssuer, validity),
        client(RelyingParty.BLOCKED, rpIssuer, validity));
  }

  /** Issues a certificate for another relying party. */
  Identity newClient(String name, Instant now) {
    return client(name, rpIssuer, Validity.ofAuthority(now));
  }

  private static Identity client(String name, Identity issuer, Validity validity) {
    X500Name subject =
        new X500NameBuilder()
            .addRDN(BCStyle.C, "SE")
            .addRDN(BCStyle.O, "Simulated Bank AB (publ)")
            .addRDN(BCStyle.SERIALNUMBER, ORGANIZATION_NUMBER)
            .addRDN(BCStyle.NAME, name)
            .addRDN(BCStyle.CN, name)
            .build();
    return Issuing.identity(
        subject,
        KeyPairs.ec(),
        validity,
        issuer,
        List.of(digitalSignature(), extendedKeyUsage(KeyPurposeId.id_kp_clientAuth, false)));
  }
}
