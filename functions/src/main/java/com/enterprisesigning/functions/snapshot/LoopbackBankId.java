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
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * The real BankID client, connected over mutual TLS to a server on this machine. With it, the calls
 * are rehearsed before a snapshot is taken, without calling BankID ({@code
 * docs/architecture.md#on-aws}). Every order is created, and none is ever opened. The keys are new
 * and protect nothing.
 */
final class LoopbackBankId implements AutoCloseable {
  /** One answer for all calls; each call reads only its own members. */
  private static final String ANSWER =
      """
      {"orderRef":"rehearsal","status":"pending","hintCode":"outstandingTransaction",\
      "autoStartToken":"rehearsal","qrStartToken":"rehearsal","qrStartSecret":"rehearsal"}\
      """;

  private final SSLServerSocket server;
  private final BankIdClient client;

  private LoopbackBankId(SSLServerSocket server, BankIdClient client) {
    this.server = server;
    this.client = client;
  }

  /** Starts the server on a free port. */
  static LoopbackBankId open(Clock clock) {
    LoopbackCertificates certificates = LoopbackCertificates.made(clock.instant());
    SSLServerSocket server = server(certificates);
    Thread.startVirtualThread(() -> accept(server));
    URI url = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/rp/v6.0");
    return new LoopbackBankId(
        server,
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

  private static void accept(SSLServerSocket server) {
    try {
      while (!server.isClosed()) {
        SSLSocket connection = (SSLSocket) server.accept();
        Thread.startVirtualThread(() -> serve(connection));
      }
    } catch (IOException e) {
      // The server is closed, or the client's own time-out reports the fault.
    }
  }

  /** One call per connection, so that no connection is open in a snapshot. */
  private static void serve(SSLSocket connection) {
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
      String answer =
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
              + "Content-Length: %d\r\n\r\n%s".formatted(ANSWER.length(), ANSWER);
      connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
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
