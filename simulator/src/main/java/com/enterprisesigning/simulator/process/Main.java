package com.enterprisesigning.simulator.process;

import com.enterprisesigning.simulator.Simulator;
import com.enterprisesigning.simulator.certificate.Certificates;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the simulator alone until SIGTERM or Ctrl-C: {@code java -jar simulator.jar}. Settings come
 * from the environment ({@link ProcessSettings}). If it cannot start, it prints the reason and
 * exits with 1.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    if (args.length == 1 && args[0].equals("--help")) {
      utf8(System.out).print(ProcessSettings.HELP);
      return;
    }
    if (args.length > 0) {
      end("The only argument is --help. Settings come from environment variables.");
    }
    ParentWatch.exitWithParent();
    try {
      start(System.getenv());
    } catch (IOException | IllegalArgumentException e) {
      end("The simulator cannot start. " + e.getMessage());
    }
  }

  /** Returns once the simulator accepts calls. The simulator's threads keep the process alive. */
  private static void start(Map<String, String> environment) throws IOException {
    ProcessSettings settings = ProcessSettings.from(environment);
    CertificateFiles files = new CertificateFiles(settings.certificatesDirectory());
    Clock clock = Clock.systemUTC();
    Certificates certificates = files.readOrCreate(clock.instant());
    Simulator simulator = simulator(settings, clock, certificates);
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    utf8(System.out).print(StartText.of(simulator, files.directory()));
  }

  private static Simulator simulator(
      ProcessSettings settings, Clock clock, Certificates certificates) throws IOException {
    try {
      return Simulator.start(settings.simulator(clock, Optional.of(certificates)));
    } catch (BindException e) {
      throw new IOException(
          "Port %d cannot be used (%s). Set PORT to another port, or to 0 for any free port."
              .formatted(settings.port(), e.getMessage()),
          e);
    }
  }

  private static void end(String why) {
    utf8(System.err).println(why);
    System.exit(1);
  }

  /** Returns the stream as UTF-8: names have letters that a POSIX locale lacks. */
  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
