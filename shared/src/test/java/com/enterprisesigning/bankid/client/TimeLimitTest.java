package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.BankId.Cancelled;
import com.enterprisesigning.bankid.BankId.Collected;
import com.enterprisesigning.bankid.BankId.Created;
import com.enterprisesigning.bankid.BankId.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * BankID's answer never ends, or is extremely slow: the call ends by its time-out and leaves no
 * open connection.
 */
class TimeLimitTest {
  private static final Fault UNAVAILABLE = new Fault.Unavailable(Duration.ofSeconds(5));
  private static final Collected NO_ANSWER = new Collected.NoAnswer(UNAVAILABLE);

  /** The time-out plus what a busy machine may add. */
  private static final Duration LIMIT = RawFixture.PATIENCE.plusSeconds(5);

  private static final long MEBIBYTE = 1 << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n186a0\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
      })
  void anAnswerThatDrips_timesOut(String wholeAtOnce) throws Exception {
    try (RawServer server = RawFixture.server()) {
      server.plays(out -> {
        out.write(wholeAtOnce.getBytes(US_ASCII));
        drip(out, 'a');
      });
      BankId client = RawFixture.impatientClient(server.url());

      assertEquals(NO_ANSWER, assertTimeout(LIMIT, () -> client.collect(ORDER_REF)));
      assertTrue(server.isLeftByClient());
    }
  }

  @Test
  void aHandshakeThatDrips_timesOut() throws Exception {
    try (RawServer server = RawServer.withoutTls()) {
      server.plays(out -> {
        out.write(new byte[] {0x16, 0x03, 0x03, 0x3f, (byte) 0xff});
        drip(out, 2);
      });
      BankId client = RawFixture.impatientClient(server.url());

      assertEquals(NO_ANSWER, assertTimeout(LIMIT, () -> client.collect(ORDER_REF)));
      assertTrue(server.isLeftByClient());
    }
  }

  @Test
  void create_andCancel_endByTheirTimeoutsToo() throws Exception {
    try (RawServer server = RawFixture.server()) {
      server.plays(out -> {
        out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(US_ASCII));
        drip(out, 'a');
      });
      BankId client = RawFixture.impatientClient(server.url());

      assertEquals(new Created.NoAnswer(), assertTimeout(LIMIT, () -> client.create(Fixture.SIGN)));
      assertEquals(
          new Cancelled.NoAnswer(UNAVAILABLE),
          assertTimeout(LIMIT, () -> client.cancel(ORDER_REF)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n"
      })
  void anAnswerOfAGigabyte_isNotReadToItsEnd(String begins) throws Exception {
    AtomicLong written = new AtomicLong();
    try (RawServer server = RawFixture.server()) {
      server.plays(out -> {
        out.write(begins.getBytes(US_ASCII));
        byte[] part = "x".repeat(16_384).getBytes(US_ASCII);
        while (written.addAndGet(part.length) < 1_024 * MEBIBYTE) {
          out.write(part);
        }
      });
      BankId client = RawFixture.patientClient(server.url());

      assertEquals(NO_ANSWER, client.collect(ORDER_REF));
      assertTrue(server.isLeftByClient());
    }
    assertTrue(written.get() < 32 * MEBIBYTE, written.get() + " bytes");
  }

  /**
   * The JDK's client stops reading these answers, but closes the connection only when the client
   * itself shuts down.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\n\r\n",
        "X: the same header again, and again\r\n"
      })
  void headersWithoutEnd_areNoAnswer(String endless) throws Exception {
    AtomicLong written = new AtomicLong();
    byte[] part = endless.repeat(400).getBytes(US_ASCII);
    try (RawServer server = RawFixture.server()) {
      server.plays(out -> {
        out.write("HTTP/1.1 103 Early Hints\r\n".getBytes(US_ASCII));
        while (true) {
          out.write(part);
          written.addAndGet(part.length);
        }
      });
      BankId client = RawFixture.impatientClient(server.url());

      assertEquals(NO_ANSWER, assertTimeout(LIMIT, () -> client.collect(ORDER_REF)));
    }
    assertTrue(written.get() < 32 * MEBIBYTE, written.get() + " bytes");
  }

  /** Writes a byte at intervals for as long as the client listens. */
  private static void drip(OutputStream out, int drop) throws IOException {
    while (true) {
      out.write(drop);
      out.flush();
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
