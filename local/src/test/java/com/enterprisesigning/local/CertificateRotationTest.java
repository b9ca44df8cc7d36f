package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.enterprisesigning.bankid.BankId.Cancelled;
import com.enterprisesigning.bankid.BankId.Collected;
import com.enterprisesigning.bankid.BankId.Created;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.bankid.client.BankIdClient;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Requirement;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.secrets.RootCertificate;
import com.enterprisesigning.secrets.Secrets;
import com.enterprisesigning.secrets.StoredClientCertificates;
import com.enterprisesigning.simulator.Simulator;
import com.enterprisesigning.simulator.SimulatorSettings;
import com.enterprisesigning.simulator.certificate.ClientCertificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

/**
 * The relying party's certificate is rotated while a person signs. The simulator keeps orders apart
 * by certificate, as BankID does. Functions with the new certificate and functions still on the old
 * one serve the same orders.
 */
class CertificateRotationTest {
  private static final Collected WAITING = new Collected.Pending(HintCode.OUTSTANDING_TRANSACTION);

  /** The secret, which each function reads at its own time. */
  private static final class RotatedSecret implements Secrets {
    private String current;
    private Optional<String> previous = Optional.empty();

    RotatedSecret(ClientCertificate first) {
      current = text(first);
    }

    void rotate(ClientCertificate next) {
      previous = Optional.of(current);
      current = text(next);
    }

    @Override
    public String read(String reference) {
      return current;
    }

    @Override
    public Optional<String> previous(String reference) {
      return previous;
    }

    private static String text(ClientCertificate certificate) {
      return "{\"pkcs12\":\"%s\",\"passphrase\":\"%s\"}"
          .formatted(
              Base64.getEncoder().encodeToString(certificate.pkcs12()), certificate.passphrase());
    }
  }

  private final MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
  private Simulator simulator;
  private RotatedSecret secret;
  private BankIdClient early;

  @BeforeEach
  void start() throws Exception {
    simulator = Simulator.start(new SimulatorSettings(0, Clock.systemUTC()));
    secret = new RotatedSecret(simulator.clientCertificate());
    early = function();
    early.load();
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void anOrderOfTheOldCertificate_isServedByAFunctionThatStartsWithTheNewOne() {
    String order = create(early);
    secret.rotate(simulator.newClientCertificate("the same, renewed"));
    BankIdClient late = function();

    assertEquals(WAITING, late.collect(order));
    assertEquals(new Cancelled.Done(), late.cancel(order));
  }

  @Test
  void anOrderOfTheNewCertificate_isServedByAFunctionThatHoldsTheOldOne() {
    clock.add(Duration.ofMinutes(1));
    secret.rotate(simulator.newClientCertificate("the same, renewed"));
    String order = create(function());

    assertEquals(WAITING, early.collect(order));
    assertEquals(new Cancelled.Done(), early.cancel(order));
  }

  @Test
  void anOrderThatIsOver_isNotFound_byEitherCertificate() {
    String order = create(early);
    early.cancel(order);
    secret.rotate(simulator.newClientCertificate("the same, renewed"));

    assertEquals(new Collected.NoSuchOrder(), function().collect(order));
    assertEquals(new Collected.NoSuchOrder(), early.collect(order));
  }

  private BankIdClient function() {
    return new BankIdClient(
        simulator.rpUrl(),
        RootCertificate.parse("the simulator's root", simulator.tlsRootPem()),
        new StoredClientCertificates(secret, Optional.of("fp-cert")),
        event -> {},
        clock);
  }

  private static String create(BankIdClient function) {
    Created created =
        function.create(
            new OrderRequest.Sign(
                new PersonalNumber("189007159909"),
                new SigningText(
                    "I borrow 100 kronor.", SigningText.Format.PLAINTEXT, Optional.empty()),
                Requirement.NONE,
                new EndUserIp("192.0.2.1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    return assertInstanceOf(Created.Order.class, created).orderRef();
  }
}
