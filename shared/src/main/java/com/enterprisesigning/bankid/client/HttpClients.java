package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.client.BankIdEvent.CertificateLoaded;
import com.enterprisesigning.bankid.client.BankIdEvent.CertificateNotLoaded;
import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.RootCertificate;
import com.enterprisesigning.secrets.SecretUnreadable;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * The one HTTP client in use. Nothing is read before the first call, so that no key is frozen into
 * a snapshot. It is renewed in two cases: when its certificate is old, so that a rotated one is
 * taken up without a deployment; and when it was idle, because a connection kept over an idle (or
 * frozen) time may be dead, and a create that dies with it must not be sent again.
 */
final class HttpClients {
  static final Duration RELOAD_AFTER = Duration.ofMinutes(15);
  static final Duration RETRY_LOAD_AFTER = Duration.ofSeconds(5);

  /** Longer than the pause between two polls of one signing, shorter than servers keep alive. */
  static final Duration IDLE_AFTER = Duration.ofSeconds(10);

  private record Held(Optional<SSLContext> tls, Optional<HttpClient> client, Instant reloadAt) {}

  private final RootCertificate root;
  private final Supplier<Optional<ClientCertificate>> certificate;
  private final BankIdListener listener;
  private final Clock clock;
  private final Duration connectTimeout;

  private final ReentrantLock renewing = new ReentrantLock();
  private volatile Held held = new Held(Optional.empty(), Optional.empty(), Instant.MIN);
  private volatile Instant lastUsed = Instant.MIN;

  HttpClients(
      RootCertificate root,
      Supplier<Optional<ClientCertificate>> certificate,
      BankIdListener listener,
      Clock clock,
      Duration connectTimeout) {
    this.root = root;
    this.certificate = certificate;
    this.listener = listener;
    this.clock = clock;
    this.connectTimeout = connectTimeout;
  }

  /** The client to send one request with; empty while the certificate cannot be read. */
  Optional<HttpClient> current() {
    Instant now = clock.instant();
    if (isIdle(now)) {
      renewing.lock();
      renewThenUnlock(now);
    } else if (isOld(now) && renewing.tryLock()) {
      // The others go on with the client there is, while one reads the certificate.
      renewThenUnlock(now);
    }
    lastUsed = now;
    return held.client();
  }

  private void renewThenUnlock(Instant now) {
    try {
      Held before = held;
      boolean idle = isIdle(now);
      Held next = isOld(now) ? reloaded(before, now) : before;
      if (idle && next.client().equals(before.client())) {
        next = new Held(next.tls(), next.tls().map(this::client), next.reloadAt());
      }
      held = next;
      lastUsed = now;
      if (idle) {
        // Idle for longer than any exchange takes, so nothing is cut off. One that may be in use is
        // left alone instead: it ends by itself when nobody holds it.
        before.client().ifPresent(HttpClient::shutdown);
      }
    } finally {
      renewing.unlock();
    }
  }

  private boolean isIdle(Instant now) {
    return lastUsed.equals(Instant.MIN) || now.isAfter(lastUsed.plus(IDLE_AFTER));
  }

  private boolean isOld(Instant now) {
    return !now.isBefore(held.reloadAt());
  }

  private Held reloaded(Held before, Instant now) {
    try {
      Optional<ClientCertificate> shown = certificate.get();
      SSLContext tls = PinnedTls.context(root, shown);
      shown.ifPresent(loaded -> listener.on(new CertificateLoaded(loaded.notAfter())));
      return new Held(Optional.of(tls), Optional.of(client(tls)), now.plus(RELOAD_AFTER));
    } catch (SecretUnreadable e) {
      return kept(before, now, e.getMessage());
    } catch (RuntimeException e) {
      return kept(before, now, e.getClass().getSimpleName());
    }
  }

  private Held kept(Held before, Instant now, String problem) {
    listener.on(new CertificateNotLoaded(problem));
    return new Held(before.tls(), before.client(), now.plus(RETRY_LOAD_AFTER));
  }

  private HttpClient client(SSLContext tls) {
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
}
