package com.enterprisesigning.local.dynamodb;

import com.enterprisesigning.local.web.Callers;
import com.enterprisesigning.local.web.Loopback;
import com.enterprisesigning.local.web.PortTakenException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local for this machine and, if asked for, its containers. AWS's own runner is not used,
 * because it listens on every address, checks no host name and sends telemetry. All credentials and
 * regions share one database. 127.0.0.1 accepts any credentials; the containers' address requires
 * the run's key id.
 */
public final class DynamoDbLocal implements AutoCloseable {
  private final Server server;
  private final LocalDynamoDBRequestHandler database;

  private DynamoDbLocal(Server server, LocalDynamoDBRequestHandler database) {
    this.server = server;
    this.database = database;
  }

  /** Starts DynamoDB Local for this machine alone. */
  public static DynamoDbLocal start(int port, Optional<Path> directory) throws IOException {
    return start(port, directory, Callers.MACHINE);
  }

  /**
   * Starts DynamoDB Local.
   *
   * @param port 0 for any free port
   * @param directory keeps the tables and is created if it is missing; if absent, tables are in
   *     memory
   * @throws PortTakenException if another process has the port
   * @throws IOException if the directory cannot be written
   */
  public static DynamoDbLocal start(int port, Optional<Path> directory, Callers callers)
      throws IOException {
    if (directory.isPresent()) {
      DatabaseDirectory.prepare(directory.get());
    }
    boolean inMemory = directory.isEmpty();
    Server server = new Server();
    LocalDynamoDBRequestHandler database;
    // Its handlers share static maps, which each new handler fills again. Two that are made at the
    // same time can leave one that answers 500 to every call.
    synchronized (DynamoDbLocal.class) {
      database =
          new LocalDynamoDBRequestHandler(
              0, inMemory, directory.map(Path::toString).orElse(null), true, false);
      server.setHandler(new CallersGuard(callers, new LocalDynamoDBServerHandler(database, null)));
    }
    DynamoDbLocal local = new DynamoDbLocal(server, database);
    try {
      local.listen(Loopback.address(port));
      if (callers.containers().isPresent()) {
        local.listen(callers.containers().get().address(local.url().getPort()));
      }
      server.start();
      return local;
    } catch (Exception e) {
      local.close();
      if (e.getCause() instanceof BindException || e instanceof BindException) {
        throw new PortTakenException(port, "DynamoDB Local", e);
      }
      throw new IOException("DynamoDB Local cannot start: " + e.getMessage(), e);
    }
  }

  private void listen(InetSocketAddress address) throws IOException {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost(address.getAddress().getHostAddress());
    connector.setPort(address.getPort());
    server.addConnector(connector);
    connector.open();
  }

  /** Returns the value for {@code AWS_ENDPOINT_URL_DYNAMODB}. */
  public URI url() {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    return Loopback.url(port);
  }

  /** Stops at once. Tables in memory are discarded. */
  @Override
  public void close() {
    try {
      server.setStopTimeout(0);
      server.stop();
      // A server that did not start leaves its connectors open when it stops.
      for (Connector connector : server.getConnectors()) {
        ((ServerConnector) connector).close();
      }
    } catch (Exception e) {
      System.err.println("DynamoDB Local did not stop cleanly: " + e.getMessage());
    } finally {
      database.shutdown();
    }
  }
}
