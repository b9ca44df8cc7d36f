package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.client.BankIdEvent.CertificateLoaded;
import com.enterprisesigning.bankid.client.BankIdEvent.CertificateNotLoaded;
import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.ClientCertificates;
import com.enterprisesigning.secrets.RootCertificate;
import com.enterprisesigning.secrets.SecretUnreadable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * One HTTPS client for each certificate of the relying party. The certificate is read again after
 * 15 minutes, so that a rotated one is used without a deployment. Other functions switch earlier or
 * later, and BankID recognizes an order only by the certificate that created it. So "no such order"
 * is believed only after BankID has been asked with the other certificate too.
 */
final class CertifiedClients {
  static final Duration RELOAD_AFTER = Duration.ofMinutes(15);

  /** Retry interval while there is no certificate, when BankID cannot be called. */
  static final Duration RETRY_LOAD_AFTER = Duration.ofSeconds(5);

  /** Retry interval while there is a certificate; a new reading can wait. */
  static final Duration RETRY_RELOAD_AFTER = Duration.ofMinutes(1);

  /**
   * How long a call waits for an old certificate to be read again. After that, the call uses the
   * old one.
   */
  static final Duration RELOAD_PATIENCE = Duration.ofMillis(500);

  /**
   * The maximum age of a reading by which BankID is asked again about an order that it does not
   * recognize. A new reading takes up to 9 s, if it waits for another one. Together they are
   * shorter than the grace of rule F4, 25 s, so BankID is asked by a fresh reading before the order
   * is given up.
   */
  static final Duration FRESH = Duration.ofSeconds(5);

  /** How long a verification waits for the certificates to be read. */
  static final Duration SUBJECT_PATIENCE = Duration.ofSeconds(4);

  /**
   * @param current empty until one has been read
   * @param previous the one that {@code current} replaced, if it is usable
   * @param bothReadAt when both were last read
   */
  private record Held(
      Optional<CertifiedClient> current,
      Optional<CertifiedClient> previous,
      Instant bothReadAt,
      Instant readAgainAt) {

    static final Held NOTHING =
        new Held(Optional.empty(), Optional.empty(), Instant.EPOCH, Instant.EPOCH);

    boolean hasSubject(Predicate<X500Principal> matching) {
      return Stream.of(current, previous)
          .flatMap(Optional::stream)
          .anyMatch(client -> client.showsSubject(matching));
    }
  }

  private final RootCertificate root;
  private final ClientCertificates certificates;
  private final BankIdListener listener;
  private final Clock clock;
  private final Duration connectTimeout;

  private volatile Held held = Held.NOTHING;
  private CompletableFuture<Void> reading = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> readingBoth = reading;

  CertifiedClients(
      RootCertificate root,
      ClientCertificates certificates,
      BankIdListener listener,
      Clock clock,
      Duration connectTimeout) {
    this.root = root;
    this.certificates = certificates;
    this.listener = listener;
    this.clock = clock;
    this.connectTimeout = connectTimeout;
  }

  /**
   * Returns the client of the certificate in use; empty as long as no certificate could be read.
   */
  Optional<CertifiedClient> current() {
    Held now = held;
    if (!clock.instant().isBefore(now.readAgainAt())) {
      CompletableFuture<Void> read = readCurrent(now);
      if (now.current().isEmpty()) {
        read.join();
      } else {
        await(read, RELOAD_PATIENCE);
      }
    }
    return held.current();
  }

  /**
   * Returns the clients of the other certificates, to ask about an order that BankID does not
   * recognize with the certificate of {@code asked}. Empty if the certificates could not be read:
   * then nothing is known about the order.
   *
   * @param patience how long to wait for the certificates to be read
   */
  Optional<List<CertifiedClient>> others(CertifiedClient asked, Duration patience) {
    if (isStale(held)) {
      await(readBoth(), patience);
    }
    Held now = held;
    return isStale(now)
        ? Optional.empty()
        : Optional.of(
            Stream.of(now.current(), now.previous())
                .flatMap(Optional::stream)
                .filter(client -> client != asked && !client.isExpired())
                .toList());
  }

  /**
   * Returns whether the subject of the current or the previous certificate matches. Reads both
   * certificates only if neither in memory matches. Empty if they could not be read.
   */
  Optional<Boolean> anySubject(Predicate<X500Principal> matching) {
    if (held.hasSubject(matching)) {
      return Optional.of(true);
    }
    if (isStale(held)) {
      await(readBoth(), SUBJECT_PATIENCE);
    }
    Held now = held;
    return now.hasSubject(matching) || !isStale(now)
        ? Optional.of(now.hasSubject(matching))
        : Optional.empty();
  }

  private boolean isStale(Held it) {
    return clock.instant().isAfter(it.bothReadAt().plus(FRESH));
  }

  /**
   * Starts one background reading that serves all callers, so that a caller can stop waiting for a
   * slow one.
   */
  private synchronized CompletableFuture<Void> readCurrent(Held before) {
    if (reading.isDone() && held.equals(before)) {
      reading = CompletableFuture.runAsync(() -> held = readAgain(held), CertifiedClients::begin);
    }
    return reading;
  }

  /**
   * Used only for an order that BankID does not recognize, or a signature that names none of the
   * certificates in memory, so that reading the replaced certificate does not delay a cold start.
   */
  private synchronized CompletableFuture<Void> readBoth() {
    if (readingBoth.isDone() && isStale(held)) {
      readingBoth =
          reading
              .exceptionally(_ -> null) // a failed reading does not prevent the next one
              .thenRunAsync(() -> held = bothReadAgain(held), CertifiedClients::begin);
      reading = readingBoth;
    }
    return readingBoth;
  }

  private static void begin(Runnable task) {
    Thread.startVirtualThread(task);
  }

  private static void await(CompletableFuture<Void> read, Duration patience) {
    try {
      read.get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // The reading continues in the background, and a later call finds its result.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Held readAgain(Held before) {
    try {
      Optional<CertifiedClient> current = Optional.of(currentClient(before));
      return new Held(
          current,
          before.current().equals(current) ? before.previous() : before.current(),
          before.bothReadAt(),
          clock.instant().plus(RELOAD_AFTER));
    } catch (RuntimeException e) {
      return notRead(before, e);
    }
  }

  private Held bothReadAgain(Held before) {
    CertifiedClient current;
    try {
      current = currentClient(before);
    } catch (RuntimeException e) {
      return notRead(before, e);
    }
    return withPrevious(before, current);
  }

  private CertifiedClient currentClient(Held before) {
    Optional<ClientCertificate> shown = certificates.current();
    CertifiedClient current = client(shown, before);
    shown.ifPresent(loaded -> listener.on(new CertificateLoaded(loaded.notAfter())));
    return current;
  }

  private Held notRead(Held before, RuntimeException e) {
    listener.on(new CertificateNotLoaded(problem(e)));
    Duration retry = before.current().isEmpty() ? RETRY_LOAD_AFTER : RETRY_RELOAD_AFTER;
    return new Held(
        before.current(), before.previous(), before.bothReadAt(), clock.instant().plus(retry));
  }

  private Held withPrevious(Held before, CertifiedClient current) {
    Optional<CertifiedClient> inUse = Optional.of(current);
    try {
      Optional<CertifiedClient> previous =
          certificates.previous().flatMap(former -> usable(former, before));
      Instant now = clock.instant();
      return new Held(inUse, previous, now, now.plus(RELOAD_AFTER));
    } catch (RuntimeException e) {
      listener.on(new CertificateNotLoaded("The previous version of the secret: " + problem(e)));
      Instant retryAt = clock.instant().plus(RETRY_RELOAD_AFTER);
      return before.current().equals(inUse)
          ? new Held(inUse, before.previous(), before.bothReadAt(), retryAt)
          : new Held(inUse, Optional.empty(), Instant.EPOCH, retryAt);
    }
  }

  /**
   * Returns the client of a replaced certificate. Empty if the runtime cannot use that certificate,
   * which therefore never created an order.
   */
  private Optional<CertifiedClient> usable(ClientCertificate former, Held before) {
    try {
      return Optional.of(client(Optional.of(former), before));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the client that already shows this certificate, with its connection, or a new client.
   */
  private CertifiedClient client(Optional<ClientCertificate> shown, Held before) {
    return Stream.of(before.current(), before.previous())
        .flatMap(Optional::stream)
        .filter(client -> client.shows(shown))
        .findFirst()
        .orElseGet(() -> new CertifiedClient(root, shown, clock, connectTimeout));
  }

  private static String problem(RuntimeException e) {
    return e instanceof SecretUnreadable ? e.getMessage() : e.getClass().getSimpleName();
  }
}
