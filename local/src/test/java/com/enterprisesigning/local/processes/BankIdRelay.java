package com.enterprisesigning.local.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Relays connections to a BankID without reading them, and counts them. */
final class BankIdRelay implements AutoCloseable {
  private final URI bankId;
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger connections = new AtomicInteger();

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

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket from = server.accept();
        connections.incrementAndGet();
        Socket to = new Socket(bankId.getHost(), bankId.getPort());
        Thread.startVirtualThread(() -> relay(from, to));
        Thread.startVirtualThread(() -> relay(to, from));
      } catch (IOException e) {
        // The relay is closed, or a caller has disconnected.
      }
    }
  }

  private static void relay(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has disconnected, so the other is closed too.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
