package com.enterprisesigning.evidence;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.X500Name;

/** A certificate and its key. */
public record Identity(PrivateKey key, X509Certificate certificate) {

  X500Name name() {
    return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
  }
}
