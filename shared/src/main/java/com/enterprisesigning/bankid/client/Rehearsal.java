package com.enterprisesigning.bankid.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.ClientCertificates;
import com.enterprisesigning.secrets.RootCertificate;
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
 * One call of the real client to a server of its own on this machine, over mutual TLS: what a call
 * to BankID needs is loaded and tried before a snapshot is taken, and BankID is not called (design
 * section 11). The key is made for it and thrown away.
 */
public final class Rehearsal {
  private static final String PENDING =
      "{\"orderRef\":\"rehearsal\",\"status\":\"pending\",\"hintCode\":\"outstandingTransaction\"}";

  private Rehearsal() {}

  /**
   * Collects an order that nobody made.
   *
   * @throws IllegalStateException where it does not come back as pending: so would BankID's not
   */
  public static void run(Clock clock) {
    ClientCertificate certificate = SelfSigned.forLoopback(clock.instant());
    RootCertificate root = new RootCertificate(certificate.chain().getFirst());
    BankId.Collected collected;
    try (SSLServerSocket server = server(certificate, root)) {
      Thread.startVirtualThread(() -> answer(server));
      URI url = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/rp/v6.0");
      collected =
          new BankIdClient(url, root, always(certificate), event -> {}, clock).collect("rehearsal");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!(collected instanceof BankId.Collected.Pending)) {
      throw new IllegalStateException("the rehearsed collect came to nothing");
    }
  }

  private static SSLServerSocket server(ClientCertificate certificate, RootCertificate root)
      throws IOException {
    SSLServerSocket server =
        (SSLServerSocket)
            PinnedTls.context(root, Optional.of(certificate))
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setNeedClientAuth(true);
    return server;
  }

  /** Answers one request, whose body is one line's worth of JSON after an empty line. */
  private static void answer(SSLServerSocket server) {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      BufferedReader request =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      int length = 0;
      for (String line = request.readLine(); !line.isEmpty(); line = request.readLine()) {
        if (line.regionMatches(true, 0, "Content-Length:", 0, "Content-Length:".length())) {
          length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
        }
      }
      request.skip(length);
      String answer =
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
              + "Content-Length: %d\r\n\r\n%s".formatted(PENDING.length(), PENDING);
      socket.getOutputStream().write(answer.getBytes(UTF_8));
    } catch (IOException | RuntimeException e) {
      // The client's own time-out tells of it.
    }
  }

  private static ClientCertificates always(ClientCertificate certificate) {
    return new ClientCertificates() {
      @Override
      public Optional<ClientCertificate> current() {
        return Optional.of(certificate);
      }

      @Override
      public Optional<ClientCertificate> previous() {
        return Optional.empty();
      }
    };
  }
}
