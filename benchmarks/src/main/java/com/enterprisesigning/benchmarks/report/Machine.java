package com.enterprisesigning.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** Describes the machine and the time of the measurement. */
public final class Machine {
  private Machine() {}

  /** Returns one paragraph. */
  public static String describe() throws IOException {
    Runtime.Version jdk = Runtime.version();
    return "Measured on %s: %s, %d cores, %.0f GB of memory; JDK %s (%s); %s %s; load before: %s."
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            line("/proc/cpuinfo", "model name"),
            Runtime.getRuntime().availableProcessors(),
            Double.parseDouble(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1e6,
            jdk,
            System.getProperty("java.vendor"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            load());
  }

  private static String load() throws IOException {
    Path load = Path.of("/proc/loadavg");
    return Files.exists(load) ? Files.readString(load).split(" ", -1)[0] : "unknown";
  }

  /** Returns the value behind a name and a colon in a system file. */
  private static String line(String file, String name) throws IOException {
    if (!Files.exists(Path.of(file))) {
      return "0 (" + name + " unknown)";
    }
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("0 (" + name + " unknown)");
    }
  }
}
