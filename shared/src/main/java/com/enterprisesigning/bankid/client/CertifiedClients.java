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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The clients of the relying party's certificates. The certificate is read again when it is old, so
 * that a rotated one is taken up without a deployment. Others take it up earlier or later, and
 * BankID knows an order by the certificate that made it alone: so what it does not know by one
 * certificate is asked by the other before that is believed.
 */
final class CertifiedClients {
  static final Duration RELOAD_AFTER = Duration.ofMinutes(15);
  static final Duration RETRY_LOAD_AFTER = Duration.ofSeconds(5);

  /**
   * How old the reading may be by which an order that BankID does not know is looked for. Together
   * with what a reading takes (6 s) it is shorter than the grace of rule F4 (25 s), within which
   * the order is asked for again.
   */
  static final Duration FRESH = Duration.ofSeconds(5);

  /**
   * @param current empty while none could be read
   * @param previous what {@code current} replaced
   * @param bothReadAt when both were read last
   */
  private record Held(
      Optional<CertifiedClient> current,
      Optional<CertifiedClient> previous,
      Instant bothReadAt,
      Instant reloadAt) {

    static final Held NOTHING =
        new Held(Optional.empty(), Optional.empty(), Instant.EPOCH, Instant.EPOCH);
  }

  private final RootCertificate root;
  private final ClientCertificates certificates;
  private final BankIdListener listener;
  private final Clock clock;
  private final Duration connectTimeout;

  private final ReentrantLock reading = new ReentrantLock();
  private volatile Held held = Held.NOTHING;

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
    if (isOld()) {
      if (held.current().isEmpty()) {
        reading.lock();
        readThenUnlock(this::isOld, this::withCurrent);
      } else if (reading.tryLock()) {
        // The others go on with the client there is, while one reads the certificate.
        readThenUnlock(this::isOld, this::withCurrent);
      }
    }
    return held.current();
  }

  /**
   * The clients of all other certificates by which BankID may know an order that it does not know
   * by {@code asked}; empty where the certificates cannot be read, and so nothing can be told.
   */
  Optional<List<CertifiedClient>> others(CertifiedClient asked) {
    if (isStale()) {
      reading.lock();
      readThenUnlock(this::isStale, this::withBoth);
    }
    return isStale()
        ? Optional.empty()
        : Optional.of(
            Stream.of(held.current(), held.previous())
                .flatMap(Optional::stream)
                .filter(client -> client != asked && !client.isExpired())
                .toList());
  }

  private boolean isOld() {
    return !clock.instant().isBefore(held.reloadAt());
  }

  private boolean isStale() {
    return clock.instant().isAfter(held.bothReadAt().plus(FRESH));
  }

  private void readThenUnlock(BooleanSupplier isDue, UnaryOperator<Held> read) {
    try {
      if (isDue.getAsBoolean()) {
        held = read.apply(held);
      }
    } catch (SecretUnreadable e) {
      keep(e.getMessage());
    } catch (RuntimeException e) {
      keep(e.getClass().getSimpleName());
    } finally {
      reading.unlock();
    }
  }

  private void keep(String problem) {
    listener.on(new CertificateNotLoaded(problem));
    Instant retryAt = clock.instant().plus(RETRY_LOAD_AFTER);
    held = new Held(held.current(), held.previous(), held.bothReadAt(), retryAt);
  }

  private Held withCurrent(Held before) {
    Optional<ClientCertificate> shown = certificates.current();
    CertifiedClient current = client(shown, before);
    shown.ifPresent(loaded -> listener.on(new CertificateLoaded(loaded.notAfter())));
    Instant reloadAt = clock.instant().plus(RELOAD_AFTER);
    return before.current().equals(Optional.of(current))
        ? new Held(before.current(), before.previous(), before.bothReadAt(), reloadAt)
        : new Held(Optional.of(current), Optional.empty(), Instant.EPOCH, reloadAt);
  }

  private Held withBoth(Held before) {
    Held next = withCurrent(before);
    Optional<CertifiedClient> previous =
        certificates.previous().map(it -> client(Optional.of(it), before));
    return new Held(next.current(), previous, clock.instant(), next.reloadAt());
  }

  /** The one that shows it already, with its connection, or a new one. */
  private CertifiedClient client(Optional<ClientCertificate> shown, Held before) {
    return Stream.of(before.current(), before.previous())
        .flatMap(Optional::stream)
        .filter(client -> client.shows(shown))
        .findFirst()
        .orElseGet(() -> new CertifiedClient(root, shown, clock, connectTimeout));
  }
}
