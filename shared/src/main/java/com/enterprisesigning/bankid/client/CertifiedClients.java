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
import java.util.stream.Stream;

/**
 * The clients of the relying party's certificates. The certificate is read again when it is old, so
 * that a rotated one is taken up without a deployment. Others take it up earlier or later, and
 * BankID knows an order by the certificate that made it alone: so what it does not know by one
 * certificate is asked by the other before that is believed.
 */
final class CertifiedClients {
  static final Duration RELOAD_AFTER = Duration.ofMinutes(15);

  /** While there is none, BankID cannot be called. */
  static final Duration RETRY_LOAD_AFTER = Duration.ofSeconds(5);

  /** While there is one, its being read again can wait. */
  static final Duration RETRY_RELOAD_AFTER = Duration.ofMinutes(1);

  /**
   * What a call waits for the certificate that it has to be read again; then it goes on with it.
   */
  static final Duration RELOAD_PATIENCE = Duration.ofMillis(500);

  /**
   * How old the reading may be by which an order that BankID does not know is looked for. Together
   * with what a reading takes (9 s where it waits for another) it is shorter than the grace of rule
   * F4 (25 s), within which the order is asked for again.
   */
  static final Duration FRESH = Duration.ofSeconds(5);

  /**
   * @param current empty while none could be read
   * @param previous what {@code current} replaced, where it is of use
   * @param bothReadAt when both were read last
   */
  private record Held(
      Optional<CertifiedClient> current,
      Optional<CertifiedClient> previous,
      Instant bothReadAt,
      Instant readAgainAt) {

    static final Held NOTHING =
        new Held(Optional.empty(), Optional.empty(), Instant.EPOCH, Instant.EPOCH);
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

  /** The client of the certificate in use; empty while that cannot be read. */
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
   * The clients of all other certificates by which BankID may know an order that it does not know
   * by {@code asked}; empty where nothing can be told, for the certificates could not be read.
   *
   * @param patience how long their being read is waited for
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

  private boolean isStale(Held it) {
    return clock.instant().isAfter(it.bothReadAt().plus(FRESH));
  }

  /** One reads for all, on a thread of its own: what is slow is not waited for to its end. */
  private synchronized CompletableFuture<Void> readCurrent(Held before) {
    if (reading.isDone() && held.equals(before)) {
      reading = CompletableFuture.runAsync(() -> held = readAgain(held), CertifiedClients::begin);
    }
    return reading;
  }

  /** Only for an order that BankID does not know: what was replaced does not delay a cold start. */
  private synchronized CompletableFuture<Void> readBoth() {
    if (readingBoth.isDone() && isStale(held)) {
      readingBoth =
          reading
              .exceptionally(_ -> null) // whatever a reading came to, the next one is made
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
      // It goes on, and whoever comes later finds what it has read.
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
      listener.on(new CertificateNotLoaded("The one before it: " + problem(e)));
      Instant retryAt = clock.instant().plus(RETRY_RELOAD_AFTER);
      return before.current().equals(inUse)
          ? new Held(inUse, before.previous(), before.bothReadAt(), retryAt)
          : new Held(inUse, Optional.empty(), Instant.EPOCH, retryAt);
    }
  }

  /** One that the runtime takes for unusable made no order. */
  private Optional<CertifiedClient> usable(ClientCertificate former, Held before) {
    try {
      return Optional.of(client(Optional.of(former), before));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** The one that shows it already, with its connection, or a new one. */
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
