package com.enterprisesigning.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** A local run as a process of its own: its environment, its output, its end. */
public final class LocalProcess {
  private LocalProcess() {}

  /**
   * Starts a run and returns; it serves until SIGTERM or Ctrl-C, upon which it stops at once. Where
   * it cannot start it says why and ends with 1.
   *
   * @param root of the repository
   * @param classes the copied class path, deleted at the end
   */
  public static void run(Path root, Path classes) {
    run(root, classes, new CoreWiring(Clock.systemUTC()));
  }

  static void run(Path root, Path classes, Wiring wiring) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(classes, 0)));
    // DynamoDB Local tells of every refused condition, which is how the protocols work.
    Configurator.setLevel("software.amazon.dynamodb", Level.ERROR);
    try {
      LocalRun.start(
          LocalSettings.from(System.getenv()),
          Checkout.read(root),
          wiring,
          Clock.systemUTC(),
          System.out);
    } catch (IOException | RuntimeException e) {
      System.err.println("The local run does not start. " + e.getMessage());
      end(classes, 1);
    }
  }

  /**
   * Ends the process where it stands: the system frees the ports, and the table's files bear it.
   * Being told to stop is no failure.
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
      System.err.println("Left behind: " + directory);
    }
  }
}
