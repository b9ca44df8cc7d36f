package com.enterprisesigning.bankid.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before a server. It accepts every TCP connection, but leaves the first ones without a
 * word, so that their TLS handshakes hang. It passes the others on.
 */
final class MuteDoor implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();
  private final int serverPort;
  private volatile int mute;

  MuteDoor(int serverPort) throws IOException {
    this.serverPort = serverPort;
    threads.execute(this::accept);
  }

  void isMuteFor(int connections) {
    mute = connections;
  }

  URI url() {
    return URI.create("https://127.0.0.1:" + listening.getLocalPort() + "/rp/v6.0");
  }

  int connections() {
    return accepted.size();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        accepted.add(socket);
        if (accepted.size() > mute) {
          Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
          threads.execute(() -> copy(socket, server));
          threads.execute(() -> copy(server, socket));
        }
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has closed the connection.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : accepted) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
