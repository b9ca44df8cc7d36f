package com.enterprisesigning.simulator.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate with its private key. {@code toString} shows only the subject. */
public record Identity(PrivateKey key, X509Certificate certificate) {
  @Override
  public String toString() {
    return "Identity[" + certificate.getSubjectX500Principal() + "]";
  }
}
