package com.enterprisesigning.secrets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The key and chain of a .p12 file. The JDK reads both its current encryption (AES) and its old one
 * (RC2 and 3DES).
 */
record Pkcs12(PrivateKey key, List<X509Certificate> chain) {

  static Pkcs12 read(String reference, byte[] pkcs12, char[] passphrase) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(pkcs12), passphrase);
      String alias = onlyKey(reference, store);
      Key key = store.getKey(alias, passphrase);
      List<X509Certificate> chain =
          Arrays.stream(store.getCertificateChain(alias)).map(X509Certificate.class::cast).toList();
      return new Pkcs12((PrivateKey) key, chain);
    } catch (UnrecoverableKeyException e) {
      throw wrongPassphrase(reference);
    } catch (IOException e) {
      throw e.getCause() instanceof UnrecoverableKeyException
          ? wrongPassphrase(reference)
          : noPkcs12(reference);
    } catch (GeneralSecurityException e) {
      throw noPkcs12(reference);
    }
  }

  private static String onlyKey(String reference, KeyStore store) throws GeneralSecurityException {
    List<String> keys = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias) && store.getCertificateChain(alias) != null) {
        keys.add(alias);
      }
    }
    if (keys.size() != 1) {
      throw new SecretUnreadable(
          reference,
          "the PKCS#12 file holds " + keys.size() + " keys with a certificate.",
          "Export it again with only the key of the client certificate.");
    }
    return keys.getFirst();
  }

  private static SecretUnreadable wrongPassphrase(String reference) {
    return new SecretUnreadable(
        reference,
        "the passphrase does not open the PKCS#12 file.",
        "Store the passphrase that the file was exported with.");
  }

  private static SecretUnreadable noPkcs12(String reference) {
    return new SecretUnreadable(
        reference, "\"pkcs12\" is not a PKCS#12 file.", "Store the whole .p12 file as base64.");
  }

  @Override
  public String toString() {
    return "Pkcs12[secret]";
  }
}
