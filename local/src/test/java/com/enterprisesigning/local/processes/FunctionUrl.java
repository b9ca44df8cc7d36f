package com.enterprisesigning.local.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.local.processes.SimulatorFunction.Reply;
import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.certificate.Identity;
import com.enterprisesigning.simulator.certificate.Pem;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server in front of the simulator's function, like a function URL: HTTPS under a root other than
 * the simulator's, and no client certificate.
 */
final class FunctionUrl implements AutoCloseable {
  private static final char[] IN_MEMORY = new char[0];

  private final Certificates certificates = Certificates.create(Clock.systemUTC().instant());
  private final ObjectMapper json = new ObjectMapper();
  private final SimulatorFunction function;
  private final HttpsServer server;

  FunctionUrl(SimulatorFunction function) throws Exception {
    this.function = function;
    this.server =
        HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls()));
    server.createContext("/", this::answer);
    server.start();
  }

  private SSLContext tls() throws Exception {
    Identity identity = certificates.tls().server();
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        "server",
        identity.key(),
        IN_MEMORY,
        new X509Certificate[] {identity.certificate(), certificates.tls().root()});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, IN_MEMORY);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** Returns the setting {@code BANKID_URL} of a stack. */
  URI bankIdUrl() {
    return URI.create(
        "https://127.0.0.1:"
            + server.getAddress().getPort()
            + "/"
            + SimulatorFunction.PATH_SECRET
            + "/rp/v6.0");
  }

  String rootPem() {
    return Pem.of(certificates.tls().root());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply =
          function.post(
              0,
              exchange.getRequestURI().getPath(),
              json.readTree(exchange.getRequestBody().readAllBytes()));
      byte[] body = reply.body().toString().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
