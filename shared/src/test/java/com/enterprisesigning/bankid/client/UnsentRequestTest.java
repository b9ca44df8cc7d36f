package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.BankId.Collected;
import com.enterprisesigning.bankid.BankId.Created;
import com.enterprisesigning.bankid.BankId.Fault;
import com.enterprisesigning.secrets.CertificateAuthority;
import com.enterprisesigning.secrets.ClientCertificate;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request that was not sent is sent once more; a request that may have been sent is not. */
class UnsentRequestTest {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration WHOLE = Duration.ofSeconds(60);
  private static final Fault UNAVAILABLE = new Fault.Unavailable(Duration.ofSeconds(5));
  private static final String ORDER =
      """
      {"orderRef":"131daac9-16c6-4618-beb0-365768f37288","autoStartToken":"a","qrStartToken":"q",
       "qrStartSecret":"s"}\
      """;

  private Fixture bankId;
  private MuteDoor door;

  @BeforeEach
  void start() throws Exception {
    bankId = new Fixture();
    door = new MuteDoor(bankId.server.url().getPort());
  }

  @AfterEach
  void stop() throws Exception {
    door.close();
    bankId.close();
  }

  private BankId client(URI url, CertificateAuthority signer, Timeouts timeouts) {
    ClientCertificate certificate = signer.client("FP Testcert 5");
    return new BankIdClient(
        url,
        bankId.serverRoot.root(),
        Fixture.neverRotated(() -> Optional.of(certificate)),
        bankId.events::add,
        Clock.systemUTC(),
        timeouts);
  }

  private BankId client() {
    return client(door.url(), bankId.clientRoot, new Timeouts(CONNECT, WHOLE, WHOLE));
  }

  private long sentAgain() {
    return bankId.events.stream().filter(BankIdEvent.SentAgain.class::isInstance).count();
  }

  @Test
  void create_isSentAgain_onANewConnection_whenTheHandshakeHangs() {
    door.isMuteFor(1);
    bankId.server.answers(200, ORDER);

    assertInstanceOf(Created.Order.class, client().create(Fixture.SIGN));

    assertEquals(2, door.connections());
    assertEquals(1, bankId.server.asked().size());
    assertEquals(
        List.of(new BankIdEvent.SentAgain("/sign", "HttpConnectTimeoutException")),
        bankId.events.stream().filter(BankIdEvent.SentAgain.class::isInstance).toList());
    assertEquals(List.of(), bankId.faults());
  }

  @Test
  void collect_isSentAgain_onANewConnection_whenTheHandshakeHangs() {
    door.isMuteFor(1);
    bankId.server.answers(200, "{\"status\":\"pending\",\"hintCode\":\"started\"}");

    assertInstanceOf(Collected.Pending.class, client().collect(ORDER_REF));

    assertEquals(1, bankId.server.asked().size());
  }

  @Test
  void request_isSentAgainOnce_whenEveryHandshakeHangs() {
    door.isMuteFor(9);

    assertEquals(new Created.Refused(UNAVAILABLE), client().create(Fixture.SIGN));

    assertEquals(2, door.connections());
    assertEquals(List.of("/sign HttpConnectTimeoutException"), bankId.faults());
  }

  @Test
  void request_isNotSentAgain_whenTooLittleTimeIsLeft() {
    door.isMuteFor(9);
    Timeouts brief =
        new Timeouts(Duration.ofMillis(400), Duration.ofMillis(600), Duration.ofMillis(600));

    assertEquals(
        new Created.Refused(UNAVAILABLE),
        client(door.url(), bankId.clientRoot, brief).create(Fixture.SIGN));

    assertEquals(1, door.connections());
    assertEquals(List.of("/sign HttpConnectTimeoutException"), bankId.faults());
  }

  @Test
  void request_isSentAgainOnce_whenNobodyListens() throws Exception {
    door.close();

    assertEquals(new Created.Refused(UNAVAILABLE), client().create(Fixture.SIGN));

    assertEquals(1, sentAgain());
    assertEquals(List.of("/sign ConnectException"), bankId.faults());
  }

  @Test
  void request_isNotSentAgain_whenTheConnectionBreaksAfterIt() {
    bankId.server.hangsUp();
    bankId.server.answers(200, ORDER);

    assertEquals(new Created.NoAnswer(), client().create(Fixture.SIGN));

    assertEquals(0, sentAgain());
    assertEquals(1, bankId.server.asked().size());
  }

  /** With TLS 1.3 the client learns of the refusal only after it has written the request. */
  @Test
  void request_isNotSentAgain_whenItsCertificateIsRefused() {
    CertificateAuthority stranger = new CertificateAuthority("Another CA");

    client(door.url(), stranger, new Timeouts(CONNECT, WHOLE, WHOLE)).create(Fixture.SIGN);

    assertEquals(0, sentAgain());
    assertEquals(List.of(), bankId.server.asked());
  }
}
