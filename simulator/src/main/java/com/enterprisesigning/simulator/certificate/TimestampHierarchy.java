package com.enterprisesigning.simulator.certificate;

import static com.enterprisesigning.simulator.certificate.Issuing.digitalSignature;
import static com.enterprisesigning.simulator.certificate.Issuing.extendedKeyUsage;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * The hierarchy of time stamps, which has nothing in common with BankID's.
 *
 * @param root the trust anchor of time stamps; never part of one
 * @param authority signs the time stamps; its certificate is for nothing else
 */
public record TimestampHierarchy(X509Certificate root, Identity authority) {
  private static final String ORGANIZATION = ", O=Simulated Time AB, C=SE";

  /** Creates a hierarchy with new keys. Each call creates a different root with the same name. */
  public static TimestampHierarchy create(Instant now) {
    Validity validity = Validity.ofAuthority(now);
    Identity root =
        Issuing.root("CN=Simulated Time Stamp Root CA v1" + ORGANIZATION, KeyPairs.ec(), validity);
    return new TimestampHierarchy(
        root.certificate(),
        Issuing.identity(
            new X500Name("CN=Simulated Time Stamp Authority" + ORGANIZATION),
            KeyPairs.ec(),
            validity,
            root,
            List.of(digitalSignature(), extendedKeyUsage(KeyPurposeId.id_kp_timeStamping, true))));
  }
}
