package com.enterprisesigning.bankid.client;

import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.RootCertificate;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS that trusts one root instead of the system's, because BankID's server certificate does not
 * come from a public CA ({@code docs/bankid.md#tls-and-certificates}).
 */
public final class PinnedTls {
  private PinnedTls() {}

  /**
   * Creates the context.
   *
   * @param shown the client's certificate; empty if it shows none
   * @throws IllegalStateException if the runtime cannot use the key or the root
   */
  public static SSLContext context(RootCertificate root, Optional<ClientCertificate> shown) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          shown.isPresent() ? keyManagers(shown.get()) : new KeyManager[0],
          trustManagers(root),
          null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("TLS cannot be set up with this certificate.", e);
    }
  }

  private static TrustManager[] trustManagers(RootCertificate root)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = emptyStore();
    trusted.setCertificateEntry("root", root.certificate());
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trusted);
    return factory.getTrustManagers();
  }

  private static KeyManager[] keyManagers(ClientCertificate shown)
      throws GeneralSecurityException, IOException {
    char[] inMemoryOnly = new char[0];
    KeyStore keys = emptyStore();
    keys.setKeyEntry(
        "client", shown.key(), inMemoryOnly, shown.chain().toArray(X509Certificate[]::new));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, inMemoryOnly);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
