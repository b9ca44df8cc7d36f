package com.enterprisesigning.simulator;

import com.enterprisesigning.simulator.certificate.TlsHierarchy;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/**
 * The server's side of mutual TLS. A client certificate is requested, not required. Without one,
 * the control API works, and the wire API answers 401, which is clearer than a broken handshake. A
 * certificate from another authority breaks the handshake.
 */
final class MutualTls {
  private static final char[] IN_MEMORY = new char[0];

  private MutualTls() {}

  static HttpsConfigurator configurator(TlsHierarchy tls) {
    SSLContext context = context(tls);
    return new HttpsConfigurator(context) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters wanted = context.getDefaultSSLParameters();
        wanted.setWantClientAuth(true);
        parameters.setSSLParameters(wanted);
      }
    };
  }

  private static SSLContext context(TlsHierarchy tls) {
    try {
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(null, null);
      own.setKeyEntry(
          "server",
          tls.server().key(),
          IN_MEMORY,
          new X509Certificate[] {tls.server().certificate(), tls.root()});
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, IN_MEMORY);
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("rp-issuer", tls.rpIssuer().certificate());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("TLS could not be set up from the certificates given", e);
    }
  }
}
