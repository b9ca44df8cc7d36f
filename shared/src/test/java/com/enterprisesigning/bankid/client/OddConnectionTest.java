package com.enterprisesigning.bankid.client;

import static com.enterprisesigning.bankid.client.Fixture.ORDER_REF;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.BankId.Collected;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever bytes arrive: the port answers in time and keeps a complete completion. */
class OddConnectionTest {
  private static final Duration LIMIT = RawFixture.PATIENCE.plusSeconds(5);
  private static final byte[] WHOLE =
      """
      {"orderRef":"%s","status":"complete","completionData":{"user":{"name":"Åsa Öst"},
      "signature":"%s","ocspResponse":"%s"}}\
      """
          .formatted(ORDER_REF, OddAnswers.SIGNATURE, OddAnswers.OCSP_RESPONSE)
          .getBytes(UTF_8);

  private static RawServer server;
  private static BankId patient;
  private static BankId impatient;

  @BeforeContainer
  static void start() throws IOException {
    server = RawFixture.server();
    patient = RawFixture.patientClient(server.url());
    impatient = RawFixture.impatientClient(server.url());
    // The first call loads classes, which must not count against the time-out.
    patient.collect(ORDER_REF);
    impatient.collect(ORDER_REF);
  }

  @AfterContainer
  static void stop() throws IOException {
    server.close();
  }

  @Property(tries = 20)
  void everyCall_isAnsweredInTime_whateverStandsOnTheWire(@ForAll("wires") byte[] wire) {
    server.writes(wire);

    assertNotNull(assertTimeout(LIMIT, () -> impatient.collect(ORDER_REF)));
    assertNotNull(assertTimeout(LIMIT, () -> impatient.create(Fixture.SIGN)));
    assertNotNull(assertTimeout(LIMIT, () -> impatient.cancel(ORDER_REF)));
  }

  @Property
  void aCompletion_isKept_howeverItIsFramed(
      @ForAll("contentTypes") String contentType, @ForAll("framings") Framing framing) {
    server.writes(
        RawServer.http(
            "HTTP/1.1 200 OK",
            "Connection: close\r\nContent-Type: " + contentType + "\r\n" + framing.headers(WHOLE),
            framing.framed(WHOLE)));

    Collected collected = patient.collect(ORDER_REF);

    assertEquals(
        "Åsa Öst",
        assertInstanceOf(Collected.Complete.class, collected).completion().user().name());
  }

  @Property(tries = 25)
  void aCompletion_isNoCompletion_beforeItsLastByte(@ForAll("cuts") int length) {
    byte[] whole =
        RawServer.http(
            "HTTP/1.1 200 OK",
            "Connection: close\r\nContent-Length: " + WHOLE.length + "\r\n",
            WHOLE);
    server.writes(Arrays.copyOf(whole, Math.min(length, whole.length - 1)));

    Collected collected = patient.collect(ORDER_REF);

    assertInstanceOf(Collected.NoAnswer.class, collected);
  }

  /** How an answer marks its end (RFC 9112 section 6). */
  enum Framing {
    LENGTH {
      @Override
      String headers(byte[] body) {
        return "Content-Length: " + body.length + "\r\n";
      }

      @Override
      byte[] framed(byte[] body) {
        return body;
      }
    },
    CLOSE {
      @Override
      String headers(byte[] body) {
        return "";
      }

      @Override
      byte[] framed(byte[] body) {
        return body;
      }
    },
    CHUNKS {
      @Override
      String headers(byte[] body) {
        return "Transfer-Encoding: chunked\r\n";
      }

      @Override
      byte[] framed(byte[] body) {
        StringBuilder chunks = new StringBuilder();
        for (byte octet : body) {
          chunks.append("1;ext=\"x\"\r\n").append((char) (octet & 0xff)).append("\r\n");
        }
        return chunks.append("0\r\nTrailer: x\r\n\r\n").toString().getBytes(ISO_8859_1);
      }
    };

    abstract String headers(byte[] body);

    abstract byte[] framed(byte[] body);
  }

  @Provide
  static Arbitrary<Integer> cuts() {
    return Arbitraries.integers().between(0, WHOLE.length + 60);
  }

  @Provide
  static Arbitrary<Framing> framings() {
    return Arbitraries.of(Framing.class);
  }

  @Provide
  static Arbitrary<String> contentTypes() {
    return Arbitraries.of(
        "application/json",
        "application/json;charset=utf-8",
        "application/json; charset=ISO-8859-1",
        "application/json; charset=utf-16",
        "application/json; charset=none-such",
        "application/json; charset=\"",
        "text/html",
        "x",
        ";;;",
        "");
  }

  @Provide
  static Arbitrary<byte[]> wires() {
    Arbitrary<byte[]> answers =
        Combinators.combine(statusLines(), headers(), OddAnswers.any())
            .as((line, headers, body) -> RawServer.http(line, headers, body.getBytes(UTF_8)));
    return Arbitraries.oneOf(
        answers,
        Combinators.combine(answers, Arbitraries.doubles().between(0, 1))
            .as((wire, share) -> Arrays.copyOf(wire, (int) (wire.length * share))),
        Arbitraries.bytes().array(byte[].class).ofMaxSize(200));
  }

  private static Arbitrary<String> statusLines() {
    return Arbitraries.oneOf(
        OddAnswers.statuses().map(status -> "HTTP/1.1 " + status + " "),
        Arbitraries.of(
            "HTTP/1.1 200",
            "HTTP/1.0 200 OK",
            "HTTP/2 200 OK",
            "HTTP/1.1 -1 ?",
            "HTTP/1.1 99999 ?",
            "HTTP/1.1 101 Switching Protocols",
            "HTTP/1.1 204 No Content",
            "HTTP/1.1 304 Not Modified",
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"",
            "HTTP/1.1 407 Proxy Authentication Required",
            "HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:1/",
            "ICY 200 OK",
            ""));
  }

  private static Arbitrary<String> headers() {
    return Arbitraries.of(
            "Content-Length: 10\r\n",
            "Content-Length: 0\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Content-Length: 9223372036854775807\r\n",
            "Content-Length: x\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: gzip\r\n",
            "Content-Encoding: gzip\r\n",
            "Content-Type: application/json; charset=utf-16\r\n",
            "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT\r\n",
            "Connection: close\r\n",
            "Upgrade: h2c\r\n",
            "Set-Cookie: a=b\r\n",
            "no colon\r\n",
            ": no name\r\n",
            "\u0000: \u0000\r\n",
            " folded\r\n",
            "X: " + "y".repeat(100_000) + "\r\n")
        .list()
        .ofMaxSize(4)
        .map(list -> String.join("", list));
  }
}
