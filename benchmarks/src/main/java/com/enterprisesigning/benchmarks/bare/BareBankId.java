package com.enterprisesigning.benchmarks.bare;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Posts to BankID over mutual TLS with the JDK's HTTP client. */
final class BareBankId {
  private static final String NOTHING = "{\"orderRef\":\"00000000-0000-4000-8000-000000000000\"}";

  private final HttpClient client;
  private final HttpRequest collect;

  private BareBankId(HttpClient client, HttpRequest collect) {
    this.client = client;
    this.collect = collect;
  }

  /**
   * Creates the client.
   *
   * @param secret {@code {"pkcs12":"<base64>","passphrase":"…"}}
   * @param root PEM
   */
  static BareBankId create(String secret, String root) {
    try {
      char[] passphrase = member(secret, "passphrase").toCharArray();
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(
          new ByteArrayInputStream(Base64.getDecoder().decode(member(secret, "pkcs12"))),
          passphrase);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, passphrase);
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry(
          "root",
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(root.getBytes(StandardCharsets.US_ASCII))));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return new BareBankId(
          HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context).build(),
          HttpRequest.newBuilder(URI.create(System.getenv("BANKID_URL") + "/collect"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(NOTHING))
              .build());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String member(String json, String name) {
    Matcher member = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    member.find();
    return member.group(1);
  }

  void post() {
    try {
      client.send(collect, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
