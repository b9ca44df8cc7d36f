package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.BankId.Cancelled;
import com.enterprisesigning.bankid.BankId.Created;
import com.enterprisesigning.bankid.BankId.Fault;
import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.SecretUnreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rotated certificate is used without a deployment; a broken one stops nothing. */
class CertificateReloadTest {
  private static final Duration JUST_BEFORE = CertifiedClients.RELOAD_AFTER.minusMillis(1);
  private static final Instant EXPIRY = Instant.parse("2029-05-28T00:00:00Z");

  private final AtomicInteger loads = new AtomicInteger();
  private Fixture bankId;
  private BankId client;
  private volatile Optional<ClientCertificate> stored;
  private volatile boolean unreadable;
  private volatile Optional<CountDownLatch> hanging = Optional.empty();

  @BeforeEach
  void start() throws Exception {
    bankId = new Fixture();
    stored = Optional.of(bankId.clientRoot.client("first", EXPIRY));
    client = bankId.client(this::load);
  }

  @AfterEach
  void stop() {
    bankId.close();
  }

  private Optional<ClientCertificate> load() {
    loads.incrementAndGet();
    hanging.ifPresent(CertificateReloadTest::join);
    if (unreadable) {
      throw new SecretUnreadable("fp-cert", "it is gone.", "Store it.");
    }
    return stored;
  }

  private static void join(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nothingIsRead_beforeTheFirstCall() {
    assertEquals(0, loads.get());
  }

  @Test
  void oneConnectionServesManyCalls_andItsExpiryIsReported() {
    cancel();
    bankId.clock.add(CertifiedClient.IDLE_AFTER);
    cancel();

    assertEquals(1, connections());
    assertEquals(List.of(new BankIdEvent.CertificateLoaded(EXPIRY)), bankId.events);
  }

  @Test
  void anIdleConnection_isNotUsedAgain_withoutReadingTheCertificateAgain() {
    cancel();
    bankId.clock.add(CertifiedClient.IDLE_AFTER.plusMillis(1));
    cancel();

    assertEquals(2, connections());
    assertEquals(1, loads.get());
  }

  @Test
  void aRotatedCertificate_isShown_onceTheOldOneIsOld() {
    cancel();
    stored = Optional.of(bankId.clientRoot.client("second", EXPIRY));

    bankId.clock.add(JUST_BEFORE);
    cancel();
    bankId.clock.add(Duration.ofMillis(1));
    cancel();

    assertEquals(List.of("CN=first", "CN=first", "CN=second"), clients());
  }

  @Test
  void aCertificateThatCannotBeReadAgain_leavesTheOldOneInUse_andIsReported() {
    cancel();
    unreadable = true;

    bankId.clock.add(CertifiedClients.RELOAD_AFTER);
    cancel();

    assertEquals(List.of("CN=first", "CN=first"), clients());
    assertEquals(
        new BankIdEvent.CertificateNotLoaded("Secret fp-cert: it is gone. Store it."),
        bankId.events.getLast());
  }

  @Test
  void aCertificateThatCannotBeReadAgain_isTriedAgainSoon_butNotAtEachCall() {
    cancel();
    unreadable = true;
    bankId.clock.add(CertifiedClients.RELOAD_AFTER);
    cancel();
    unreadable = false;
    stored = Optional.of(bankId.clientRoot.client("second", EXPIRY));

    cancel();
    assertEquals(2, loads.get());
    bankId.clock.add(CertifiedClients.RETRY_RELOAD_AFTER);
    cancel();

    assertEquals(List.of("CN=first", "CN=first", "CN=first", "CN=second"), clients());
  }

  @Test
  void aCall_usesTheOldCertificate_whenReadingItAgainHangs() throws Exception {
    cancel();
    CountDownLatch hangs = new CountDownLatch(1);
    hanging = Optional.of(hangs);
    bankId.clock.add(CertifiedClients.RELOAD_AFTER);

    cancel();

    hangs.countDown();
    assertEquals(List.of("CN=first", "CN=first"), clients());
  }

  @Test
  void bankIdIsUnavailable_whileThereIsNoCertificateYet() {
    unreadable = true;
    assertEquals(
        new Created.Refused(new Fault.Unavailable(Duration.ofSeconds(5))),
        client.create(Fixture.SIGN));
    assertEquals(List.of("/sign no client certificate"), bankId.faults());

    unreadable = false;
    bankId.clock.add(CertifiedClients.RETRY_LOAD_AFTER);
    cancel();
  }

  @Test
  void aProviderThatBreaks_throwsNothingOutOfThePort() {
    BankId broken =
        bankId.client(() -> {
          throw new IllegalStateException("189001019802");
        });

    assertEquals(
        new Created.Refused(new Fault.Unavailable(Duration.ofSeconds(5))),
        broken.create(Fixture.SIGN));
    assertEquals(
        new BankIdEvent.CertificateNotLoaded("IllegalStateException"), bankId.events.getFirst());
  }

  @Test
  void thirtyTwoThreads_shareOneReading() throws Exception {
    int threads = 32;
    CyclicBarrier together = new CyclicBarrier(threads);
    Callable<Cancelled> call =
        () -> {
          together.await();
          return client.cancel(ORDER_REF);
        };
    List<Callable<Cancelled>> calls = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      bankId.server.answers(200, "{}");
      calls.add(call);
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (Future<Cancelled> cancelled : executor.invokeAll(calls)) {
        assertEquals(new Cancelled.Done(), cancelled.get());
      }
    }
    assertEquals(1, loads.get());
  }

  private void cancel() {
    bankId.server.answers(200, "{}");
    assertEquals(new Cancelled.Done(), client.cancel(ORDER_REF));
  }

  private List<String> clients() {
    return bankId.server.asked().stream().map(asked -> asked.client().orElse("none")).toList();
  }

  private long connections() {
    return bankId.server.asked().stream().map(BankIdServer.Asked::from).distinct().count();
  }
}
