package com.enterprisesigning.bankid.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.secrets.CertificateAuthority;
import com.enterprisesigning.secrets.ClientCertificate;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/** An HTTPS server in BankID's place. It records the requests and plays scripted answers. */
final class BankIdServer implements AutoCloseable {
  /** One request as received. */
  record Asked(
      String method,
      String path,
      Headers headers,
      String body,
      Optional<String> client,
      InetSocketAddress from) {}

  private interface Answer {
    void play(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile boolean needsClient = true;
  private volatile String[] protocols = {"TLSv1.3", "TLSv1.2"};

  BankIdServer(ClientCertificate identity, CertificateAuthority clients) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.setHttpsConfigurator(
        new HttpsConfigurator(PinnedTls.context(clients.root(), Optional.of(identity))) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
            tls.setProtocols(protocols);
            if (needsClient) {
              tls.setNeedClientAuth(true);
            } else {
              tls.setWantClientAuth(true);
            }
            parameters.setSSLParameters(tls);
          }
        });
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/rp/v6.0");
  }

  void takesAnyClient() {
    needsClient = false;
  }

  void speaks(String protocol) {
    protocols = new String[] {protocol};
  }

  /** Scripts the next answer; {@code headers} alternate between name and value. */
  void answers(int status, String body, String... headers) {
    answers.add(exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    });
  }

  /** The next request is read but never answered. */
  void isSilent() {
    answers.add(exchange -> closed.await());
  }

  /** The next answer stops after its headers and one byte. */
  void stopsInTheBody() {
    answers.add(exchange -> {
      exchange.sendResponseHeaders(200, 2);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      closed.await();
    });
  }

  /** The next request is read, then the connection is closed. */
  void hangsUp() {
    answers.add(HttpExchange::close);
  }

  List<Asked> asked() {
    return asked;
  }

  Asked onlyAsked() {
    if (asked.size() != 1) {
      throw new AssertionError(asked.size() + " requests");
    }
    return asked.getFirst();
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8),
            client((HttpsExchange) exchange),
            exchange.getRemoteAddress()));
    try {
      answers.remove().play(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<String> client(HttpsExchange exchange) {
    try {
      return Optional.of(exchange.getSSLSession().getPeerPrincipal().getName());
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
