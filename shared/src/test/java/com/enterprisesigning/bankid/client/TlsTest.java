package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.enterprisesigning.bankid.BankId.Cancelled;
import com.enterprisesigning.bankid.BankId.Collected;
import com.enterprisesigning.bankid.BankId.Created;
import com.enterprisesigning.bankid.BankId.Fault;
import com.enterprisesigning.secrets.CertificateAuthority;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which servers are trusted, and which certificate is shown ({@code
 * docs/bankid.md#tls-and-certificates}).
 */
class TlsTest {
  private static final Fault IN_FIVE_SECONDS = new Fault.Unavailable(Duration.ofSeconds(5));

  private Fixture bankId;

  @BeforeEach
  void start() throws Exception {
    bankId = new Fixture();
  }

  @AfterEach
  void stop() {
    bankId.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void showsItsCertificate(String protocol) {
    bankId.server.speaks(protocol);
    bankId.server.answers(200, "{}");

    assertEquals(new Cancelled.Done(), bankId.client().cancel(ORDER_REF));
    assertEquals(Optional.of("CN=FP Testcert 5"), bankId.server.onlyAsked().client());
  }

  @Test
  void showsNone_whereNoneIsConfigured() {
    bankId.server.takesAnyClient();
    bankId.server.answers(200, "{}");

    assertEquals(new Cancelled.Done(), bankId.client(Optional::empty).cancel(ORDER_REF));
    assertEquals(Optional.empty(), bankId.server.onlyAsked().client());
  }

  @Test
  void aServerUnderAnotherRoot_isRefused_beforeAnythingIsSent() {
    assertEquals(
        new Created.Refused(IN_FIVE_SECONDS),
        bankId.clientThatTrusts(new CertificateAuthority("SSL Root CA")).create(Fixture.SIGN));
    assertEquals(List.of(), bankId.server.asked());
    assertEquals(List.of("/sign SSLHandshakeException"), bankId.faults());
  }

  @Test
  void aServerOfAnotherName_isRefused_beforeAnythingIsSent() throws Exception {
    try (Fixture other = new Fixture("appapi2.example.com")) {
      assertEquals(new Created.Refused(IN_FIVE_SECONDS), other.client().create(Fixture.SIGN));
      assertEquals(List.of(), other.server.asked());
    }
  }

  @Test
  void aClientThatTheServerRefuses_madeNoOrder() {
    bankId.server.speaks("TLSv1.2");

    assertEquals(
        new Created.Refused(IN_FIVE_SECONDS), bankId.client(Optional::empty).create(Fixture.SIGN));
    assertEquals(List.of(), bankId.server.asked());
  }

  @Test
  void aClientThatTheServerRefusesLate_isUnavailable() {
    bankId.server.speaks("TLSv1.3");

    assertEquals(
        new Collected.NoAnswer(IN_FIVE_SECONDS), bankId.client(Optional::empty).collect(ORDER_REF));
    assertEquals(List.of(), bankId.server.asked());
  }

  @Test
  void noConnection_isUnavailable() {
    bankId.server.close();

    assertEquals(new Created.Refused(IN_FIVE_SECONDS), bankId.client().create(Fixture.SIGN));
    assertInstanceOf(Collected.NoAnswer.class, bankId.client().collect(ORDER_REF));
    assertEquals(List.of("/sign ConnectException", "/collect ConnectException"), bankId.faults());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1/rp/v6.0", "/rp/v6.0", "https:rp"})
  void aUrlWithoutHttps_isRefused(String url) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new BankIdClient(
                URI.create(url),
                bankId.serverRoot.root(),
                Fixture.neverRotated(Optional::empty),
                bankId.events::add,
                bankId.clock));
  }
}
