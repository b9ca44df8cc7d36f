package com.enterprisesigning.bankid.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.RootCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;

/**
 * A server in BankID's place that writes the bytes that a test scripts, whether or not they are
 * HTTP. {@link BankIdServer} is too well-behaved for that.
 */
final class RawServer implements AutoCloseable {
  /** What to write to a connection after its request has arrived. */
  interface Script {
    void play(OutputStream out) throws IOException;
  }

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Boolean> closedByClient = new LinkedBlockingQueue<>();
  private final boolean speaksTls;
  private volatile Script script = out -> {};

  private RawServer(ServerSocketFactory sockets, boolean speaksTls) throws IOException {
    this.listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.speaksTls = speaksTls;
    threads.execute(this::accept);
  }

  static RawServer overTls(ClientCertificate identity, RootCertificate clients) throws IOException {
    SSLServerSocketFactory sockets =
        PinnedTls.context(clients, Optional.of(identity)).getServerSocketFactory();
    return new RawServer(sockets, true);
  }

  /** Creates a server that plays its script instead of a TLS handshake. */
  static RawServer withoutTls() throws IOException {
    return new RawServer(ServerSocketFactory.getDefault(), false);
  }

  URI url() {
    return URI.create("https://127.0.0.1:" + listening.getLocalPort() + "/rp/v6.0");
  }

  /** Plays this script for all requests from now on, then closes the connection. */
  void plays(Script next) {
    script = next;
  }

  void writes(byte[] answer) {
    plays(out -> out.write(answer));
  }

  /** Waits until a script can no longer write because the client has closed its connection. */
  boolean isLeftByClient() throws InterruptedException {
    return closedByClient.poll(60, TimeUnit.SECONDS) != null;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      if (speaksTls) {
        readRequest(socket.getInputStream());
      }
      script.play(socket.getOutputStream());
    } catch (IOException e) {
      closedByClient.add(true);
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no whole request");
      }
      head.append((char) next);
    }
    String length = head.toString().replaceAll("(?is).*content-length: *([0-9]+).*", "$1");
    in.readNBytes(Integer.parseInt(length));
  }

  /** Returns an HTTP/1.1 answer with exactly these headers and this body. */
  static byte[] http(String statusLine, String headers, byte[] body) {
    byte[] head = (statusLine + "\r\n" + headers + "\r\n").getBytes(ISO_8859_1);
    byte[] answer = new byte[head.length + body.length];
    System.arraycopy(head, 0, answer, 0, head.length);
    System.arraycopy(body, 0, answer, head.length, body.length);
    return answer;
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
