package com.enterprisesigning.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
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
   * @param classes the copied class path, deleted at the end
   */
  public static void run(Path root, Path classes) {
    run(root, classes, new CoreWiring(Clock.systemUTC()));
  }

  static void run(Path root, Path classes, Wiring wiring) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(classes, 0)));
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
      end(classes, 1);
    }
  }

  /**
   * Ends the process at once. The system frees the ports, and the table's files remain. A stop on
   * request exits with 0, because it is not a failure.
   */
  private static void end(Path classes, int status) {
    delete(classes);
    Runtime.getRuntime().halt(status);
  }

  private static void delete(Path directory) {
    try (var files = Files.walk(directory)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("Temporary files could not be deleted: " + directory);
    }
  }
}
