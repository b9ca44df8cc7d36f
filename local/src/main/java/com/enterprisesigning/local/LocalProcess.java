package com.enterprisesigning.local;

import com.enterprisesigning.local.console.JsonLog;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
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
   * @param directory the run's own directory; closing it deletes it
   */
  public static void run(Path root, Closeable directory) {
    run(root, directory, new CoreWiring(Clock.systemUTC()));
  }

  static void run(Path root, Closeable directory, Wiring wiring) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(directory, 0)));
    PrintStream console = System.out;
    Clock clock = Clock.systemUTC();
    try {
      LocalSettings settings = LocalSettings.from(System.getenv());
      if (!settings.jsonOnConsole()) {
        Path log = log(root, settings);
        System.setOut(JsonLog.at(log, console, clock));
        console.printf("%-16s %s%n", "JSON log", log);
      }
      // Failed conditions are routine in the protocols, but DynamoDB Local logs each one.
      Configurator.setLevel("software.amazon.dynamodb", Level.ERROR);
      LocalRun.start(settings, Checkout.read(root), wiring, clock, console);
    } catch (IOException | RuntimeException e) {
      System.err.println("The local run cannot start. " + e.getMessage());
      end(directory, 1);
    }
  }

  /** Returns the file of the log. A run on any free port has a file of its own. */
  private static Path log(Path root, LocalSettings settings) {
    String name =
        settings.port() == 0
            ? "local-run-process-" + ProcessHandle.current().pid()
            : "local-run-" + settings.port();
    return root.resolve("local/target/" + name + ".jsonl");
  }

  /**
   * Ends the process at once. The system frees the ports, and the table's files remain. A stop on
   * request exits with 0, because it is not a failure.
   */
  private static void end(Closeable directory, int status) {
    try {
      directory.close();
    } catch (IOException | UncheckedIOException e) {
      System.err.println("Temporary files could not be deleted: " + e.getMessage());
    }
    Runtime.getRuntime().halt(status);
  }
}
