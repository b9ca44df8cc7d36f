package com.enterprisesigning.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** Runs the local run as a process: reads the environment, reports errors and ends the process. */
public final class LocalProcess {
  private LocalProcess() {}

  /**
   * Starts a run and returns. The run serves until SIGTERM or Ctrl-C, and then stops at once. If it
   * cannot start, it says why and exits with 1.
   *
   * @param root of the repository
   * @param directory the run's own, deleted at the end
   */
  public static void run(Path root, Path directory) {
    run(root, directory, new CoreWiring(Clock.systemUTC()));
  }

  static void run(Path root, Path directory, Wiring wiring) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(directory, 0)));
    // Failed conditions are routine in the protocols, but DynamoDB Local logs each one.
    Configurator.setLevel("software.amazon.dynamodb", Level.ERROR);
    try {
      LocalRun.start(
          LocalSettings.from(System.getenv()),
          Checkout.read(root),
          wiring,
          Clock.systemUTC(),
          System.out);
    } catch (IOException | RuntimeException e) {
      System.err.println("The local run cannot start. " + e.getMessage());
      end(directory, 1);
    }
  }

  /**
   * Ends the process at once. The system frees the ports, and the table's files remain. A stop on
   * request exits with 0, because it is not a failure.
   */
  private static void end(Path directory, int status) {
    try {
      RunDirectory.delete(directory);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("Temporary files could not be deleted: " + directory);
    }
    Runtime.getRuntime().halt(status);
  }
}
