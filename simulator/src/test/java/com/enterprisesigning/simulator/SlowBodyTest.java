package com.enterprisesigning.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that does not arrive in time: 408 of {@code docs/bankid.md#errors}. */
class SlowBodyTest {
  /** Only a server that never answers takes longer. */
  private static final int LIMIT_MILLIS = 30_000;

  @ParameterizedTest
  @ValueSource(strings = {"/rp/v6.0/sign", "/sandbox/phone/sign"})
  void aBody_thatIsNeverComplete_isAnswered408_andTheConnectionIsClosed(String path)
      throws Exception {
    try (Bench bench = bench(Duration.ofMillis(200));
        SSLSocket socket = connect(bench)) {
      OutputStream out = socket.getOutputStream();
      String request =
          "POST "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 100\r\n\r\n{\"endUserIp\":";
      out.write(request.getBytes(US_ASCII));
      out.flush();

      String answer = new String(untilTheEnd(socket.getInputStream()), US_ASCII);

      assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
      assertEquals(path.startsWith("/rp"), answer.contains("\"errorCode\":\"requestTimeout\""));
    }
  }

  @Test
  void otherCalls_areAnsweredMeanwhile() throws Exception {
    try (Bench bench = bench(Duration.ofMinutes(10));
        SSLSocket slow = connect(bench)) {
      slow.getOutputStream()
          .write(
              "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n".getBytes(US_ASCII));
      slow.getOutputStream().flush();

      assertEquals(200, bench.sign(Bench.PERSON).status());
    }
  }

  private static Bench bench(Duration bodyTime) throws Exception {
    return new Bench(settings -> settings.withBodyTime(bodyTime));
  }

  /** Returns everything received before the connection closed, whether or not it closed cleanly. */
  private static byte[] untilTheEnd(InputStream in) throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (SSLException e) {
      // The server closes the connection without a TLS close_notify, as the rest of the body may
      // still come.
    }
    return all.toByteArray();
  }

  private static SSLSocket connect(Bench bench) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("root", Https.certificate(bench.simulator.tlsRootPem()));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket("127.0.0.1", bench.rpUri("/").getPort());
    socket.setSoTimeout(LIMIT_MILLIS);
    return socket;
  }
}
