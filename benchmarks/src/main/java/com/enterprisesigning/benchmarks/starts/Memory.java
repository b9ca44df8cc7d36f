package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that a process uses. */
final class Memory {
  private Memory() {}

  /** Returns the resident memory in megabytes; NaN if the system does not report it. */
  static double resident(FunctionProcess process) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }
}
