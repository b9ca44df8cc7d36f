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
 * An HTTP server that only this machine reaches, and its containers where they are given; with a
 * virtual thread for each exchange, so that a call that hangs holds up no other. A caller that
 * connects from 127.0.0.2 is seen as 127.0.0.2 (design section 10).
 */
public final class LoopbackServer implements AutoCloseable {
  /** Connections that may wait to be accepted: many callers may start at the same instant. */
  private static final int BACKLOG = 1024;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private Optional<Containers> containers = Optional.empty();
  private Optional<HttpServer> containersServer = Optional.empty();

  private LoopbackServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /**
   * Takes the port; nothing is served before {@link #start}.
   *
   * @param port 0 for any free one
   * @param purpose what listens here, for the message where the port is taken
   * @throws PortTakenException where another process has the port
   */
  public static LoopbackServer bind(int port, String purpose) throws IOException {
    return new LoopbackServer(create(Loopback.address(port), purpose));
  }

  /**
   * Takes the port for containers too.
   *
   * @throws PortTakenException where another process has one of the two
   */
  public static LoopbackServer bind(int port, String purpose, Optional<Containers> containers)
      throws IOException {
    LoopbackServer bound = bind(port, purpose);
    if (containers.isPresent()) {
      bound.containers = containers;
      try {
        bound.openTo(containers.get().address(bound.port()), purpose);
      } catch (IOException e) {
        bound.close();
        throw e;
      }
    }
    return bound;
  }

  private void openTo(InetSocketAddress address, String purpose) throws IOException {
    HttpServer another = create(address, purpose);
    another.setExecutor(threads);
    containersServer = Optional.of(another);
  }

  private static HttpServer create(InetSocketAddress address, String purpose) throws IOException {
    try {
      return HttpServer.create(address, BACKLOG);
    } catch (BindException e) {
      throw new PortTakenException(address.getPort(), purpose, e);
    }
  }

  /** Serves every path that begins with {@code path} and has no longer mount of its own. */
  public void mount(String path, HttpHandler handler) {
    server.createContext(path, handler).getFilters().add(new OwnHosts());
    containersServer.ifPresent(it ->
        it.createContext(path, containers.orElseThrow().guard(handler))
            .getFilters()
            .add(new OwnHosts()));
  }

  public void start() {
    server.start();
    containersServer.ifPresent(HttpServer::start);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The address to call, without a trailing slash. */
  public URI url() {
    return Loopback.url(port());
  }

  /** Stops at once, whatever still runs. */
  @Override
  public void close() {
    server.stop(0);
    containersServer.ifPresent(it -> it.stop(0));
    threads.shutdownNow();
  }
}
