package com.enterprisesigning.simulator.rp;

import com.enterprisesigning.simulator.order.RelyingParty;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x500.style.RFC4519Style;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/** Identifies the caller from the TLS session, which has already verified the certificate. */
public final class Caller {
  private Caller() {}

  /** Returns the relying party; empty if there is no client certificate. */
  public static Optional<RelyingParty> of(HttpExchange exchange) {
    if (!(exchange instanceof HttpsExchange secure)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          relyingParty((X509Certificate) secure.getSSLSession().getPeerCertificates()[0]));
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  private static RelyingParty relyingParty(X509Certificate certificate) {
    try {
      byte[] fingerprint = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      X500Name subject = new JcaX509CertificateHolder(certificate).getSubject();
      RDN[] names = subject.getRDNs(BCStyle.CN);
      return new RelyingParty(
          HexFormat.of().formatHex(fingerprint),
          RFC4519Style.INSTANCE.toString(subject),
          IETFUtils.valueToString(names[0].getFirst().getValue()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the certificate went through TLS and cannot be read", e);
    }
  }
}
