package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.enterprisesigning.bankid.BankId.Cancelled;
import com.enterprisesigning.bankid.BankId.Collected;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.secrets.CertificateAuthority;
import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.ClientCertificates;
import com.enterprisesigning.secrets.SecretUnreadable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * BankID recognizes an order only by the certificate that created it ({@code
 * docs/bankid.md#tls-and-certificates}), and the functions switch to a rotated certificate at
 * different times. No order may be given up because of that.
 */
class RotatedCertificateTest implements ClientCertificates {
  private static final String NO_SUCH_ORDER =
      "{\"errorCode\":\"invalidParameters\",\"details\":\"No such order\"}";
  private static final Collected WAITING = new Collected.Pending(HintCode.OUTSTANDING_TRANSACTION);

  private Fixture bankId;
  private BankIdClient client;
  private ClientCertificate first;
  private ClientCertificate second;

  private Optional<ClientCertificate> current = Optional.empty();
  private Optional<ClientCertificate> previous = Optional.empty();
  private boolean isUnreadable;
  private boolean isPreviousUnreadable;
  private Duration readingTakes = Duration.ZERO;
  private int readings;
  private int readingsOfPrevious;
  private boolean isBroken;

  @Override
  public Optional<ClientCertificate> current() {
    readings++;
    bankId.clock.add(readingTakes);
    if (isUnreadable) {
      throw new SecretUnreadable("fp-cert", "it is gone.", "Store it.");
    }
    return current;
  }

  @Override
  public Optional<ClientCertificate> previous() {
    readingsOfPrevious++;
    if (isBroken) {
      throw new LinkageError("a class is not there");
    }
    if (isPreviousUnreadable) {
      throw new SecretUnreadable("fp-cert", "it cannot be asked.", "Wait.");
    }
    return previous;
  }

  @BeforeEach
  void aFunctionThatShowsTheFirstCertificate() throws Exception {
    bankId = new Fixture();
    first = bankId.clientRoot.client("first");
    second = bankId.clientRoot.client("second");
    current = Optional.of(first);
    client = bankId.client(this);
  }

  @AfterEach
  void stop() {
    bankId.close();
  }

  /** Rotates once the last reading is no longer fresh. */
  private void rotate() {
    bankId.clock.add(CertifiedClients.FRESH.plusMillis(1));
    previous = current;
    current = Optional.of(second);
  }

  @Test
  void anOrderOfTheReplacedCertificate_isCollectedByIt() {
    rotate();
    knowsNoOrder();
    isWaiting();

    assertEquals(WAITING, client.collect(ORDER_REF));
    assertEquals(List.of("CN=second", "CN=first"), shown());
  }

  @Test
  void anOrderOfTheNewCertificate_isCollectedByIt_beforeTheOldOneIsOld() {
    cancel();
    rotate();
    knowsNoOrder();
    isWaiting();

    assertEquals(WAITING, client.collect(ORDER_REF));
    assertEquals(List.of("CN=first", "CN=first", "CN=second"), shown());
  }

  @Test
  void theNewCertificate_isShownFromThenOn() {
    cancel();
    rotate();
    knowsNoOrder();
    isWaiting();
    client.collect(ORDER_REF);

    cancel();

    assertEquals("CN=second", shown().getLast());
  }

  @Test
  void theReplacedCertificate_isNotRead_whileBankIdKnowsEveryOrder() {
    cancel();
    bankId.clock.add(CertifiedClients.RELOAD_AFTER);
    cancel();

    assertEquals(2, readings);
    assertEquals(0, readingsOfPrevious);
  }

  @Test
  void anOrderOfTheReplacedCertificate_isCollectedByIt_afterAReadingHasFailed() {
    rotate();
    isBroken = true;
    knowsNoOrder();
    assertThrows(IllegalStateException.class, () -> client.collect(ORDER_REF));

    isBroken = false;
    knowsNoOrder();
    isWaiting();

    assertEquals(WAITING, client.collect(ORDER_REF));
  }

  @Test
  void anOrderOfTheReplacedCertificate_isCancelledByIt() {
    rotate();
    knowsNoOrder();
    bankId.server.answers(200, "{}");

    assertEquals(new Cancelled.Done(), client.cancel(ORDER_REF));
    assertEquals(List.of("CN=second", "CN=first"), shown());
  }

  @Test
  void anOrderThatBankIdKnowsByNeitherCertificate_isNoSuchOrder() {
    rotate();
    knowsNoOrder();
    knowsNoOrder();

    assertEquals(new Collected.NoSuchOrder(), client.collect(ORDER_REF));
  }

  @Test
  void anOrder_isNoSuchOrder_whenNoCertificateWasEverReplaced() {
    knowsNoOrder();

    assertEquals(new Collected.NoSuchOrder(), client.collect(ORDER_REF));
    assertEquals(List.of("CN=first"), shown());
  }

  @Test
  void collect_isNoAnswer_whenTheCertificatesCannotBeRead() {
    cancel();
    isUnreadable = true;
    bankId.clock.add(CertifiedClients.FRESH.plusMillis(1));
    knowsNoOrder();

    assertInstanceOf(Collected.NoAnswer.class, client.collect(ORDER_REF));
  }

  @Test
  void collect_isNoAnswer_whenTheReplacedCertificateCannotBeRead_thoughTheNewOneIsShown() {
    isPreviousUnreadable = true;
    current = Optional.of(second);
    knowsNoOrder();

    assertInstanceOf(Collected.NoAnswer.class, client.collect(ORDER_REF));
    assertEquals(List.of("CN=second"), shown());
  }

  @Test
  void anOrderOfTheReplacedCertificate_isCollected_thoughAConnectionFailsOnce() {
    rotate();
    knowsNoOrder();
    bankId.server.hangsUp();
    isWaiting();

    assertEquals(WAITING, client.collect(ORDER_REF));
  }

  @Test
  void collect_isNoAnswer_whenBankIdIsUnavailableForTheOtherCertificate() {
    rotate();
    knowsNoOrder();
    bankId.server.answers(503, "");

    assertInstanceOf(Collected.NoAnswer.class, client.collect(ORDER_REF));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void anOrder_isNoSuchOrder_whenTlsRefusesTheReplacedCertificate(String protocol) {
    bankId.server.speaks(protocol);
    current = Optional.of(new CertificateAuthority("another bank's").client("first"));
    rotate();
    knowsNoOrder();

    assertEquals(new Collected.NoSuchOrder(), client.collect(ORDER_REF));
    assertEquals(List.of("CN=second"), shown());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void anOrder_isNoSuchOrder_whenBankIdRefusesTheReplacedCertificate(int status) {
    rotate();
    knowsNoOrder();
    bankId.server.answers(status, "{\"errorCode\":\"unauthorized\"}");

    assertEquals(new Collected.NoSuchOrder(), client.collect(ORDER_REF));
  }

  @Test
  void aReplacedCertificateThatHasExpired_isNotShown() {
    current =
        Optional.of(bankId.clientRoot.client("first", bankId.clock.instant().minusSeconds(1)));
    rotate();
    knowsNoOrder();

    assertEquals(new Collected.NoSuchOrder(), client.collect(ORDER_REF));
    assertEquals(List.of("CN=second"), shown());
  }

  @Test
  void certificatesAreNotReadAgain_forEachUnknownOrder() {
    knowsNoOrder();
    client.collect(ORDER_REF);
    int before = readings;

    bankId.clock.add(CertifiedClients.FRESH);
    knowsNoOrder();
    client.collect(ORDER_REF);
    assertEquals(before, readings);

    bankId.clock.add(Duration.ofMillis(1));
    knowsNoOrder();
    client.collect(ORDER_REF);
    assertEquals(before + 1, readings);
  }

  @Test
  void aCompletion_isNotRequested_whenReadingTheCertificatesTookTooLong() {
    cancel();
    rotate();
    readingTakes = Duration.ofSeconds(11);
    knowsNoOrder();
    assertInstanceOf(Collected.NoAnswer.class, client.collect(ORDER_REF));
    assertEquals(List.of("/collect no time left"), bankId.faults());

    readingTakes = Duration.ZERO;
    isWaiting();
    assertEquals(WAITING, client.collect(ORDER_REF));
  }

  @Test
  void theSubjectInUse_isOurs_withoutAReading() {
    cancel();
    int before = readings;

    assertEquals(Optional.of(true), hasSubject("CN=first"));
    assertEquals(before, readings);
    assertEquals(0, readingsOfPrevious);
  }

  @Test
  void theSubjectsOfBothCertificates_areOurs_afterARotation() {
    cancel();
    rotate();

    assertEquals(Optional.of(true), hasSubject("CN=second"));
    assertEquals(Optional.of(true), hasSubject("CN=first"));
  }

  @Test
  void theReplacedSubject_isOurs_forAFunctionThatNeverCalledBankId() {
    rotate();

    assertEquals(Optional.of(true), hasSubject("CN=first"));
  }

  @Test
  void anotherSubject_isNotOurs() {
    cancel();
    rotate();

    assertEquals(Optional.of(false), hasSubject("CN=third"));
  }

  @Test
  void aSubject_isUnknown_whenTheCertificatesCannotBeRead() {
    isPreviousUnreadable = true;

    assertEquals(Optional.of(true), hasSubject("CN=first"));
    assertEquals(Optional.empty(), hasSubject("CN=third"));
  }

  private Optional<Boolean> hasSubject(String name) {
    return client.anySubject(new X500Principal(name)::equals);
  }

  private void knowsNoOrder() {
    bankId.server.answers(400, NO_SUCH_ORDER);
  }

  private void isWaiting() {
    bankId.server.answers(200, "{\"status\":\"pending\",\"hintCode\":\"outstandingTransaction\"}");
  }

  private void cancel() {
    bankId.server.answers(200, "{}");
    assertEquals(new Cancelled.Done(), client.cancel(ORDER_REF));
  }

  private List<String> shown() {
    return bankId.server.asked().stream().map(asked -> asked.client().orElse("none")).toList();
  }
}
