package com.enterprisesigning.local.web;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server for this machine and, if asked for, its containers. Each exchange has its own
 * virtual thread, so a call that hangs does not delay others. A caller that connects from 127.0.0.2
 * has another IP than one that connects from 127.0.0.1.
 */
public final class LoopbackServer implements AutoCloseable {
  /** How many connections may wait to be accepted, for many callers that connect at once. */
  private static final int BACKLOG = 1024;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Callers callers;
  private final Optional<HttpServer> atTheContainers;

  private LoopbackServer(HttpServer server, Callers callers, Optional<HttpServer> atTheContainers) {
    this.server = server;
    this.callers = callers;
    this.atTheContainers = atTheContainers;
    server.setExecutor(threads);
    atTheContainers.ifPresent(it -> it.setExecutor(threads));
  }

  /**
   * Binds the port for this machine only. Nothing is served before {@link #start}.
   *
   * @param port 0 for any free port
   * @param purpose what listens here, for the message if the port is taken
   * @throws PortTakenException if another process has the port
   */
  public static LoopbackServer bind(int port, String purpose) throws IOException {
    return bind(port, purpose, Callers.MACHINE);
  }

  /**
   * Binds the port on loopback, and also at the containers' address if there is one.
   *
   * @throws PortTakenException if another process has one of the two ports
   */
  public static LoopbackServer bind(int port, String purpose, Callers callers) throws IOException {
    HttpServer server = create(Loopback.address(port), purpose);
    if (callers.containers().isEmpty()) {
      return new LoopbackServer(server, callers, Optional.empty());
    }
    try {
      InetSocketAddress second = callers.containers().get().address(server.getAddress().getPort());
      return new LoopbackServer(server, callers, Optional.of(create(second, purpose)));
    } catch (IOException e) {
      server.stop(0);
      throw e;
    }
  }

  private static HttpServer create(InetSocketAddress address, String purpose) throws IOException {
    try {
      return HttpServer.create(address, BACKLOG);
    } catch (BindException e) {
      throw new PortTakenException(address.getPort(), purpose, e);
    }
  }

  /** Serves every path that begins with {@code path}. The longest mounted path wins. */
  public void mount(String path, HttpHandler handler) {
    HttpHandler guarded = guard(handler);
    server.createContext(path, guarded);
    atTheContainers.ifPresent(it -> it.createContext(path, guarded));
  }

  private HttpHandler guard(HttpHandler handler) {
    return exchange -> {
      Optional<Answer> refusal =
          callers.refusal(
              exchange.getLocalAddress().getAddress(),
              exchange.getRemoteAddress().getAddress(),
              exchange.getRequestHeaders().getFirst("Host"),
              exchange.getRequestHeaders().getFirst("Authorization"));
      if (refusal.isPresent()) {
        refusal.get().send(exchange);
      } else {
        handler.handle(exchange);
      }
    };
  }

  public void start() {
    server.start();
    atTheContainers.ifPresent(HttpServer::start);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Returns the address to call, without a trailing slash. */
  public URI url() {
    return Loopback.url(port());
  }

  /** Stops at once and aborts exchanges in flight. */
  @Override
  public void close() {
    server.stop(0);
    atTheContainers.ifPresent(it -> it.stop(0));
    threads.shutdownNow();
  }
}
