package com.enterprisesigning.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** Servers that are closed together, the last one started first. */
final class StartedServers implements AutoCloseable {
  private final Deque<AutoCloseable> servers = new ArrayDeque<>();

  /** Adds a server and returns it. */
  <T extends AutoCloseable> T add(T server) {
    servers.push(server);
    return server;
  }

  /** Closes every server, even if one of them does not stop cleanly. */
  @Override
  public void close() {
    while (!servers.isEmpty()) {
      try {
        servers.pop().close();
      } catch (Exception e) {
        System.err.println("A server did not stop cleanly: " + e.getMessage());
      }
    }
  }
}
