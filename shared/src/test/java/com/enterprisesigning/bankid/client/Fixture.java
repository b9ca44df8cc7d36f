package com.enterprisesigning.bankid.client;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.domain.CallInitiator;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.secrets.CertificateAuthority;
import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.ClientCertificates;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.threeten.extra.MutableClock;

/** The real client against a test server, with test certificates. */
final class Fixture implements AutoCloseable {
  static final String ORDER_REF = "131daac9-16c6-4618-beb0-365768f37288";
  static final SigningText TEXT =
      new SigningText("Räksmörgås", SigningText.Format.PLAINTEXT, Optional.empty());
  static final OrderRequest SIGN =
      new OrderRequest.Sign(
          new PersonalNumber("189001019802"),
          TEXT,
          Requirement.NONE,
          new EndUserIp("192.0.2.1"),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
  static final OrderRequest PHONE_SIGN =
      new OrderRequest.PhoneSign(
          new PersonalNumber("189001019802"), TEXT, Requirement.NONE, CallInitiator.RP);

  /** Longer than a healthy server takes to answer. */
  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));

  private static final Timeouts IMPATIENT =
      new Timeouts(Duration.ofSeconds(20), Duration.ofMillis(500), Duration.ofMillis(500));

  final CertificateAuthority serverRoot = new CertificateAuthority("SSL Root CA");
  final CertificateAuthority clientRoot = new CertificateAuthority("RP CA");
  final BankIdServer server;
  final MutableClock clock = MutableClock.of(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
  final List<BankIdEvent> events = new CopyOnWriteArrayList<>();

  Fixture() throws IOException {
    this("127.0.0.1");
  }

  Fixture(String serverName) throws IOException {
    server = new BankIdServer(serverRoot.server(serverName), clientRoot);
  }

  BankId client() {
    ClientCertificate certificate = clientRoot.client("FP Testcert 5");
    return client(() -> Optional.of(certificate));
  }

  BankId client(Supplier<Optional<ClientCertificate>> certificate) {
    return client(certificate, serverRoot, PATIENT);
  }

  BankIdClient client(ClientCertificates certificates) {
    return client(certificates, serverRoot, PATIENT);
  }

  BankId impatientClient() {
    ClientCertificate certificate = clientRoot.client("FP Testcert 5");
    return client(() -> Optional.of(certificate), serverRoot, IMPATIENT);
  }

  BankId clientThatTrusts(CertificateAuthority root) {
    ClientCertificate certificate = clientRoot.client("FP Testcert 5");
    return client(() -> Optional.of(certificate), root, PATIENT);
  }

  private BankId client(
      Supplier<Optional<ClientCertificate>> certificate,
      CertificateAuthority root,
      Timeouts timeouts) {
    return client(neverRotated(certificate), root, timeouts);
  }

  private BankIdClient client(
      ClientCertificates certificates, CertificateAuthority root, Timeouts timeouts) {
    return new BankIdClient(server.url(), root.root(), certificates, events::add, clock, timeouts);
  }

  static ClientCertificates neverRotated(Supplier<Optional<ClientCertificate>> certificate) {
    return new ClientCertificates() {
      @Override
      public Optional<ClientCertificate> current() {
        return certificate.get();
      }

      @Override
      public Optional<ClientCertificate> previous() {
        return Optional.empty();
      }
    };
  }

  /** Returns the faults that the listener received, in the form {@code /sign HTTP 500}. */
  List<String> faults() {
    return events.stream()
        .flatMap(event ->
            switch (event) {
              case BankIdEvent.Fault(String call, String cause) -> Stream.of(call + " " + cause);
              case BankIdEvent.ErrorAnswer error ->
                  Stream.of(error.call() + " HTTP " + error.status());
              default -> Stream.empty();
            })
        .toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
