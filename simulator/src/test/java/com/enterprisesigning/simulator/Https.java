package com.enterprisesigning.simulator;

import com.enterprisesigning.simulator.certificate.ClientCertificate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A client over real TLS, with or without a client certificate. */
final class Https implements AutoCloseable {
  /** Only a hang takes longer. A false signer's keys may have to wait for the processor. */
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client;

  Https(String tlsRootPem, Optional<ClientCertificate> certificate) throws Exception {
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(context(tlsRootPem, certificate))
            .connectTimeout(LIMIT)
            .build();
  }

  static SSLContext context(String tlsRootPem, Optional<ClientCertificate> certificate)
      throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("root", certificate(tlsRootPem));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        certificate.isPresent() ? keys(certificate.get()) : null, trust.getTrustManagers(), null);
    return context;
  }

  record Reply(int status, JsonNode body, HttpResponse<String> raw) {
    String errorCode() {
      return body.path("errorCode").textValue();
    }

    String details() {
      return body.path("details").textValue();
    }

    String message() {
      return body.path("message").textValue();
    }
  }

  Reply post(URI uri, String body) throws Exception {
    return send("POST", uri, "application/json", body);
  }

  Reply get(URI uri) throws Exception {
    return send(HttpRequest.newBuilder(uri).timeout(LIMIT).GET().build());
  }

  Reply send(String method, URI uri, String contentType, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(uri)
            .timeout(LIMIT)
            .header("Content-Type", contentType)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private Reply send(HttpRequest request) throws Exception {
    HttpResponse<String> response =
        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    return new Reply(response.statusCode(), MAPPER.readTree(response.body()), response);
  }

  static X509Certificate certificate(String pem) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static KeyManager[] keys(ClientCertificate certificate) throws Exception {
    char[] passphrase = certificate.passphrase().toCharArray();
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(new ByteArrayInputStream(certificate.pkcs12()), passphrase);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(own, passphrase);
    return factory.getKeyManagers();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
