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
 * An HTTP server for this machine and, if they are given, its containers. Each exchange has its own
 * virtual thread, so a call that hangs delays no other. The server sees a caller that connects from
 * 127.0.0.2 as 127.0.0.2, that is, as another user.
 */
public final class LoopbackServer implements AutoCloseable {
  /** How many connections may wait to be accepted when many callers start at once. */
  private static final int BACKLOG = 1024;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Optional<Containers> containers;
  private final Optional<HttpServer> atTheContainers;

  private LoopbackServer(
      HttpServer server, Optional<Containers> containers, Optional<HttpServer> atTheContainers) {
    this.server = server;
    this.containers = containers;
    this.atTheContainers = atTheContainers;
    server.setExecutor(threads);
    atTheContainers.ifPresent(it -> it.setExecutor(threads));
  }

  /**
   * Binds the port. Nothing is served before {@link #start}.
   *
   * @param port 0 for any free port
   * @param purpose what listens here, for the message if the port is taken
   * @throws PortTakenException if another process has the port
   */
  public static LoopbackServer bind(int port, String purpose) throws IOException {
    return bind(port, purpose, Optional.empty());
  }

  /**
   * Binds the port at the containers' address too.
   *
   * @throws PortTakenException if another process has one of the two ports
   */
  public static LoopbackServer bind(int port, String purpose, Optional<Containers> containers)
      throws IOException {
    HttpServer server = create(Loopback.address(port), purpose);
    if (containers.isEmpty()) {
      return new LoopbackServer(server, containers, Optional.empty());
    }
    try {
      InetSocketAddress address = containers.get().address(server.getAddress().getPort());
      return new LoopbackServer(server, containers, Optional.of(create(address, purpose)));
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

  /** Serves every path that begins with {@code path} and has no longer mount. */
  public void mount(String path, HttpHandler handler) {
    server.createContext(path, handler).getFilters().add(new OwnHosts());
    atTheContainers.ifPresent(it ->
        it.createContext(path, containers.orElseThrow().guard(handler))
            .getFilters()
            .add(new OwnHosts()));
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

  /** Stops at once and breaks off exchanges in flight. */
  @Override
  public void close() {
    server.stop(0);
    atTheContainers.ifPresent(it -> it.stop(0));
    threads.shutdownNow();
  }
}
