package com.enterprisesigning.bankid.client;

import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.RootCertificate;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * The HTTP client that shows one certificate. It is renewed when it was idle, because a connection
 * kept over an idle (or frozen) time may be dead, and a create that dies with it must not be sent
 * again.
 */
final class CertifiedClient {
  /** Longer than the pause between two polls of one signing, shorter than servers keep alive. */
  static final Duration IDLE_AFTER = Duration.ofSeconds(10);

  private final Optional<ClientCertificate> shown;
  private final SSLContext tls;
  private final Clock clock;
  private final Duration connectTimeout;

  private HttpClient http;
  private Instant lastUsed;

  /**
   * @param shown empty where no certificate is shown
   * @throws IllegalStateException where the runtime takes the key or the root for unusable
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

  /** Whether BankID has no reason any more to take its certificate. */
  boolean isExpired() {
    return shown.filter(it -> it.notAfter().isBefore(clock.instant())).isPresent();
  }

  /**
   * The client to send one request with. The one that was idle is left alone, for another thread
   * may just be taking it; it ends by itself when nobody holds it.
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
