package com.enterprisesigning.functions.snapshot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.client.BankIdClient;
import com.enterprisesigning.bankid.client.PinnedTls;
import com.enterprisesigning.bankid.client.Timeouts;
import com.enterprisesigning.secrets.ClientCertificates;
import com.enterprisesigning.secrets.Secrets;
import com.enterprisesigning.secrets.StoredClientCertificates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * The real BankID client, connected over mutual TLS to a server on this machine. With it, the calls
 * are rehearsed before a snapshot is taken, without calling BankID ({@code
 * docs/architecture.md#on-aws}). Every order is created and none is ever opened, until {@link
 * #complete} makes all of them complete. The keys are new and protect nothing.
 */
final class LoopbackBankId implements AutoCloseable {
  /** One answer for all calls; each call reads only its own members. */
  private static final String PENDING =
      """
      {"orderRef":"rehearsal","status":"pending","hintCode":"outstandingTransaction",\
      "autoStartToken":"rehearsal","qrStartToken":"rehearsal","qrStartSecret":"rehearsal"}\
      """;

  /** The completion of an order. Its signature is not one. */
  private static final String COMPLETE =
      """
      {"orderRef":"rehearsal","status":"complete","completionData":{\
      "user":{"personalNumber":"189001019802","name":"R E","givenName":"R","surname":"E"},\
      "device":{"ipAddress":"192.0.2.1","uhi":"rehearsal"},"bankIdIssueDate":"2020-01-01Z",\
      "signature":"cmVoZWFyc2Fs","ocspResponse":"cmVoZWFyc2Fs","risk":"low"}}\
      """;

  private final SSLServerSocket server;
  private final AtomicReference<String> answer;
  private final BankIdClient client;

  private LoopbackBankId(
      SSLServerSocket server, AtomicReference<String> answer, BankIdClient client) {
    this.server = server;
    this.answer = answer;
    this.client = client;
  }

  /** Starts the server on a free port. */
  static LoopbackBankId open(Clock clock) {
    LoopbackCertificates certificates = LoopbackCertificates.made(clock.instant());
    SSLServerSocket server = server(certificates);
    AtomicReference<String> answer = new AtomicReference<>(PENDING);
    Thread.startVirtualThread(() -> accept(server, answer));
    URI url = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/rp/v6.0");
    return new LoopbackBankId(
        server,
        answer,
        new BankIdClient(
            url,
            certificates.root(),
            stored(certificates),
            event -> {},
            clock,
            Timeouts.REHEARSAL));
  }

  BankId client() {
    return client;
  }

  /** From now on, every order is complete. */
  void complete() {
    answer.set(COMPLETE);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SSLServerSocket server(LoopbackCertificates certificates) {
    try {
      SSLServerSocket server =
          (SSLServerSocket)
              PinnedTls.context(certificates.root(), Optional.of(certificates.shown()))
                  .getServerSocketFactory()
                  .createServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
      server.setNeedClientAuth(true);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void accept(SSLServerSocket server, AtomicReference<String> answer) {
    try {
      while (!server.isClosed()) {
        SSLSocket connection = (SSLSocket) server.accept();
        Thread.startVirtualThread(() -> serve(connection, answer.get()));
      }
    } catch (IOException e) {
      // The server is closed, or the client's own time-out reports the fault.
    }
  }

  /** One call per connection, so that no connection is open in a snapshot. */
  private static void serve(SSLSocket connection, String body) {
    try (connection) {
      BufferedReader request =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      int length = 0;
      for (String line = request.readLine(); !line.isEmpty(); line = request.readLine()) {
        if (line.regionMatches(true, 0, "Content-Length:", 0, "Content-Length:".length())) {
          length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
        }
      }
      for (int read = 0; read < length; read++) {
        var _ = request.read();
      }
      String response =
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
              + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body);
      connection.getOutputStream().write(response.getBytes(ISO_8859_1));
    } catch (IOException | RuntimeException e) {
      // The client's own time-out reports the fault.
    }
  }

  private static ClientCertificates stored(LoopbackCertificates certificates) {
    Secrets secrets =
        new Secrets() {
          @Override
          public String read(String reference) {
            return certificates.secret();
          }

          @Override
          public Optional<String> previous(String reference) {
            return Optional.empty();
          }
        };
    return new StoredClientCertificates(secrets, Optional.of("rehearsal"));
  }
}
