package com.enterprisesigning.local.dynamodb;

import com.enterprisesigning.local.web.Loopback;
import com.enterprisesigning.local.web.PortTakenException;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local, reached by this machine alone: AWS's own runner would listen on every address,
 * and sends telemetry. One database for all credentials and regions.
 */
public final class DynamoDbLocal implements AutoCloseable {
  private final Server server;
  private final LocalDynamoDBRequestHandler database;

  private DynamoDbLocal(Server server, LocalDynamoDBRequestHandler database) {
    this.server = server;
    this.database = database;
  }

  /**
   * Starts it.
   *
   * @param port 0 for any free one
   * @param directory where tables are kept, made where it is missing; in memory without one
   * @throws PortTakenException where another process has the port
   * @throws IOException where the directory cannot be written
   */
  public static DynamoDbLocal start(int port, Optional<Path> directory) throws IOException {
    if (directory.isPresent()) {
      Files.createDirectories(directory.get());
    }
    boolean inMemory = directory.isEmpty();
    Server server = new Server(Loopback.address(port));
    LocalDynamoDBRequestHandler database =
        new LocalDynamoDBRequestHandler(
            0, inMemory, directory.map(Path::toString).orElse(null), true, false);
    server.setHandler(new LocalDynamoDBServerHandler(database, null));
    DynamoDbLocal local = new DynamoDbLocal(server, database);
    try {
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

  /** What {@code AWS_ENDPOINT_URL_DYNAMODB} must say. */
  public URI url() {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    return Loopback.url(port);
  }

  /** Stops at once; tables in memory are gone. */
  @Override
  public void close() {
    try {
      server.setStopTimeout(0);
      server.stop();
    } catch (Exception e) {
      System.err.println("DynamoDB Local did not stop cleanly: " + e.getMessage());
    } finally {
      database.shutdown();
    }
  }
}
