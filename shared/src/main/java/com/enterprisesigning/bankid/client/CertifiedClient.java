package com.enterprisesigning.bankid.client;

import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.RootCertificate;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.security.auth.x500.X500Principal;

/**
 * The HTTP client that shows one certificate. A client that was idle is replaced, because a
 * connection kept through an idle (or frozen) period may be dead. A create that dies with its
 * connection must not be repeated.
 */
final class CertifiedClient {
  /**
   * Longer than the pause between two polls of one signing, shorter than servers keep an idle
   * connection alive.
   */
  static final Duration IDLE_AFTER = Duration.ofSeconds(10);

  private final Optional<ClientCertificate> shown;
  private final SSLContext tls;
  private final Clock clock;
  private final Duration connectTimeout;

  private HttpClient http;
  private Instant lastUsed;

  /**
   * @param shown empty if no certificate is shown
   * @throws IllegalStateException if the runtime cannot use the key or the root
   */
  CertifiedClient(
      RootCertificate root,
      Optional<ClientCertificate> shown,
      Clock clock,
      Duration connectTimeout) {
    this.shown = shown;
    this.tls = PinnedTls.context(root, shown);
    this.clock = clock;
    this.connectTimeout = connectTimeout;
    this.http = connect();
    this.lastUsed = clock.instant();
  }

  boolean shows(Optional<ClientCertificate> certificate) {
    return shown.map(ClientCertificate::chain).equals(certificate.map(ClientCertificate::chain));
  }

  /** Returns whether a certificate is shown and its subject matches. */
  boolean showsSubject(Predicate<X500Principal> matching) {
    return shown
        .map(it -> it.chain().getFirst().getSubjectX500Principal())
        .filter(matching)
        .isPresent();
  }

  /** Returns whether the certificate has expired, so that BankID has no reason to accept it. */
  boolean isExpired() {
    return shown.filter(it -> it.notAfter().isBefore(clock.instant())).isPresent();
  }

  /**
   * Returns the client to send one request with. An idle client is not closed, because another
   * thread may be about to use it. It shuts down by itself once nothing refers to it.
   */
  synchronized HttpClient http() {
    Instant now = clock.instant();
    if (isIdle(now)) {
      http = connect();
    }
    lastUsed = now;
    return http;
  }

  private boolean isIdle(Instant now) {
    return now.isAfter(lastUsed.plus(IDLE_AFTER));
  }

  private HttpClient connect() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout)
        .sslContext(tls)
        .sslParameters(parameters)
        .build();
  }

  @Override
  public String toString() {
    return "CertifiedClient[secret]";
  }
}
