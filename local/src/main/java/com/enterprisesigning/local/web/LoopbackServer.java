package com.enterprisesigning.local.web;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server that only this machine reaches, with a virtual thread for each exchange, so that a
 * call that hangs holds up no other. A caller that connects from 127.0.0.2 is seen as 127.0.0.2
 * (design section 10).
 */
public final class LoopbackServer implements AutoCloseable {
  /** Connections that may wait to be accepted: many callers may start at the same instant. */
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Takes the port; nothing is served before {@link #start}.
   *
   * @param port 0 for any free one
   * @param purpose what listens here, for the message where the port is taken
   * @throws PortTakenException where another process has the port
   */
  public static LoopbackServer bind(int port, String purpose) throws IOException {
    try {
      HttpServer server = HttpServer.create(Loopback.address(port), BACKLOG);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      return new LoopbackServer(server, threads);
    } catch (BindException e) {
      throw new PortTakenException(port, purpose, e);
    }
  }

  /** Serves every path that begins with {@code path} and has no longer mount of its own. */
  public void mount(String path, HttpHandler handler) {
    server.createContext(path, handler).getFilters().add(new OwnHosts());
  }

  public void start() {
    server.start();
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
    threads.shutdownNow();
  }
}
