package com.enterprisesigning.simulator.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A PKCS#12 store of identities, each under an alias. */
final class Pkcs12 {
  private final KeyStore store;
  private final String passphrase;

  private Pkcs12(KeyStore store, String passphrase) {
    this.store = store;
    this.passphrase = passphrase;
  }

  static Pkcs12 empty(String passphrase) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return new Pkcs12(store, passphrase);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK has PKCS#12", e);
    }
  }

  static Pkcs12 read(byte[] pkcs12, String passphrase) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(pkcs12), passphrase.toCharArray());
      return new Pkcs12(store, passphrase);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("The file is not PKCS#12, or has another passphrase.", e);
    }
  }

  Pkcs12 with(String alias, Identity identity, X509Certificate... issuers) {
    try {
      Certificate[] chain =
          Stream.concat(Stream.of(identity.certificate()), Arrays.stream(issuers))
              .toArray(Certificate[]::new);
      store.setKeyEntry(alias, identity.key(), passphrase.toCharArray(), chain);
      return this;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key made here cannot be stored as PKCS#12", e);
    }
  }

  /** Returns the certificate under that alias, followed by its issuers. */
  List<X509Certificate> chain(String alias) {
    try {
      Certificate[] chain = store.getCertificateChain(alias);
      if (chain == null) {
        throw notASimulators(alias);
      }
      return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the store is loaded", e);
    }
  }

  Identity identity(String alias) {
    try {
      return new Identity(
          (PrivateKey) store.getKey(alias, passphrase.toCharArray()), chain(alias).getFirst());
    } catch (GeneralSecurityException e) {
      throw notASimulators(alias);
    }
  }

  byte[] bytes() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, passphrase.toCharArray());
      return bytes.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a store made here cannot be written", e);
    }
  }

  private static IllegalArgumentException notASimulators(String alias) {
    return new IllegalArgumentException(
        "The PKCS#12 file is not a simulator's, because it has no key " + alias + ".");
  }
}
