package com.enterprisesigning.simulator;

import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.certificate.ClientCertificate;
import com.enterprisesigning.simulator.certificate.Pem;
import com.enterprisesigning.simulator.http.BodyLimit;
import com.enterprisesigning.simulator.http.JsonHandler;
import com.enterprisesigning.simulator.order.InMemoryOrders;
import com.enterprisesigning.simulator.order.OrderBook;
import com.enterprisesigning.simulator.order.RelyingParty;
import com.enterprisesigning.simulator.role.Roles;
import com.enterprisesigning.simulator.rp.CallLimit;
import com.enterprisesigning.simulator.rp.Caller;
import com.enterprisesigning.simulator.rp.RpApi;
import com.enterprisesigning.simulator.sandbox.SandboxApi;
import com.enterprisesigning.simulator.signature.Signer;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A simulated BankID on a port of the loopback address and, if one is given, of a second address.
 * It serves {@code /rp/v6.0} to relying parties with a client certificate, and {@code /sandbox} to
 * a person who plays the phone. Orders are kept in memory. Thread-safe.
 */
public final class Simulator implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final String SANDBOX_PATH = "/sandbox";

  /** The number of connections that may wait to be accepted, as when many clients start at once. */
  private static final int BACKLOG = 1_024;

  private final Clock clock;
  private final Certificates certificates;
  private final Roles roles = new Roles();
  private final HttpHandler relyingParties;
  private final HttpHandler sandbox;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  /** The first server listens on the loopback address. */
  private final List<HttpsServer> servers = new ArrayList<>();

  private Simulator(SimulatorSettings settings) {
    clock = settings.clock();
    certificates = settings.certificates().orElseGet(() -> Certificates.create(clock.instant()));
    OrderBook book =
        new OrderBook(new InMemoryOrders(), clock, settings.secondOrder(), settings.speed());
    RpApi rp = new RpApi(book, roles, new Signer(certificates.signature()), settings.issueDate());
    relyingParties =
        new JsonHandler(
            limited(rp, settings),
            RpApi.FAULT,
            new BodyLimit(RpApi.BODY_LIMIT, settings.bodyTime(), RpApi.SLOW));
    SandboxApi sandboxApi = new SandboxApi(book, roles);
    sandbox =
        new JsonHandler(
            (request, _) -> sandboxApi.answer(request),
            SandboxApi.FAULT,
            new BodyLimit(SandboxApi.BODY_LIMIT, settings.bodyTime(), SandboxApi.SLOW));
  }

  /**
   * Starts a simulator, which accepts calls when this method returns.
   *
   * @throws IOException if the port is taken; name another port, or 0
   */
  public static Simulator start(SimulatorSettings settings) throws IOException {
    Simulator simulator = new Simulator(settings);
    try {
      simulator.serve(settings);
      return simulator;
    } catch (IOException e) {
      simulator.close();
      throw e;
    }
  }

  private void serve(SimulatorSettings settings) throws IOException {
    HttpsServer loopback = bind(LOOPBACK, settings.port());
    loopback.createContext("/", relyingParties);
    loopback.createContext(SANDBOX_PATH, sandbox);
    if (settings.secondAddress().isPresent()) {
      SecondAddress second = settings.secondAddress().get();
      bind(second.address(), loopback.getAddress().getPort())
          .createContext("/", only(second.callers(), relyingParties));
    }
    servers.forEach(HttpsServer::start);
  }

  private HttpsServer bind(InetAddress address, int port) throws IOException {
    HttpsServer server = HttpsServer.create(new InetSocketAddress(address, port), BACKLOG);
    servers.add(server);
    server.setExecutor(executor);
    server.setHttpsConfigurator(MutualTls.configurator(certificates.tls()));
    return server;
  }

  private static HttpHandler only(Predicate<InetAddress> callers, HttpHandler handler) {
    return exchange -> {
      if (callers.test(exchange.getRemoteAddress().getAddress())) {
        handler.handle(exchange);
      } else {
        exchange.close();
      }
    };
  }

  private static JsonHandler.Api limited(RpApi rp, SimulatorSettings settings) {
    if (settings.callLimit().isEmpty()) {
      return (request, exchange) -> rp.answer(request, Caller.of(exchange));
    }
    CallLimit limit = new CallLimit(settings.callLimit().getAsInt(), settings.clock());
    return (request, exchange) -> {
      Optional<RelyingParty> caller = Caller.of(exchange);
      return caller.flatMap(limit::refusalOf).orElseGet(() -> rp.answer(request, caller));
    };
  }

  /** Returns the base URL of the wire API, without a slash at the end. */
  public URI rpUrl() {
    return URI.create(
        "https://127.0.0.1:" + servers.getFirst().getAddress().getPort() + RpApi.PATH);
  }

  /** Returns the root that a relying party pins for TLS, as PEM. */
  public String tlsRootPem() {
    return Pem.of(certificates.tls().root());
  }

  /** Returns the trust anchor of signatures as PEM. It belongs to another hierarchy than TLS. */
  public String signatureRootPem() {
    return Pem.of(certificates.signature().root());
  }

  /** Returns the first relying party's client certificate. */
  public ClientCertificate clientCertificate() {
    return certificates.clientCertificate();
  }

  /**
   * Issues a certificate for another relying party. An order belongs to the certificate that
   * created it.
   *
   * @param name the name that the app shows
   */
  public ClientCertificate newClientCertificate(String name) {
    return certificates.newClientCertificate(name, clock.instant());
  }

  /** Returns all certificates and keys. A simulator started with them is the same BankID again. */
  public Certificates certificates() {
    return certificates;
  }

  /** Returns the control API, which can be mounted on any server under any path. */
  public HttpHandler sandbox() {
    return sandbox;
  }

  public Roles roles() {
    return roles;
  }

  /** Stops at once and aborts calls in flight. */
  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    executor.shutdownNow();
  }
}
