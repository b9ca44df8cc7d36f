package com.enterprisesigning.local.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Relays connections to a BankID without decrypting them. It counts the connections, and recognizes
 * an answer with a completion by its length.
 */
final class BankIdRelay implements AutoCloseable {
  /** An answer with a completion has more bytes. A handshake and every other answer has fewer. */
  private static final int WITHOUT_COMPLETION = 8_192;

  private final URI bankId;
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger connections = new AtomicInteger();
  private volatile HandOut expected = new HandOut();

  BankIdRelay(URI bankId) throws IOException {
    this.bankId = bankId;
    Thread.startVirtualThread(this::accept);
  }

  String url() {
    return "https://" + bankId.getHost() + ":" + server.getLocalPort() + bankId.getPath();
  }

  int connections() {
    return connections.get();
  }

  /** Returns the next hand-out through this relay. */
  HandOut expectHandOut() {
    expected = new HandOut();
    return expected;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket from = server.accept();
        connections.incrementAndGet();
        Socket to = new Socket(bankId.getHost(), bankId.getPort());
        from.setTcpNoDelay(true);
        to.setTcpNoDelay(true);
        AtomicInteger answered = new AtomicInteger();
        Thread.startVirtualThread(() -> relay(from, to, _ -> answered.set(0)));
        Thread.startVirtualThread(
            () -> relay(to, from, length -> count(answered.addAndGet(length))));
      } catch (IOException e) {
        // The relay is closed, or a caller has disconnected.
      }
    }
  }

  private void count(int answered) {
    if (answered > WITHOUT_COMPLETION) {
      expected.passes(System.nanoTime());
    }
  }

  /**
   * Relays one direction.
   *
   * @param passing is told the length of each part just before the part is passed on
   */
  private static void relay(Socket from, Socket to, IntConsumer passing) {
    byte[] part = new byte[16_384];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(part); length > 0; length = in.read(part)) {
        passing.accept(length);
        out.write(part, 0, length);
      }
    } catch (IOException e) {
      // One side has disconnected, so the other is closed too.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
