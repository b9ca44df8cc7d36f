package com.enterprisesigning.benchmarks.starts;

import com.enterprisesigning.benchmarks.report.Spread;
import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.lambda.runtime.Invoked;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The cost of a call in a process that has answered many. It is the time in the call's own log
 * line, minus the time spent waiting for DynamoDB, BankID and the queue.
 *
 * @param own milliseconds
 * @param residentMegabytes resident memory after the last call
 */
record WarmCalls(Spread own, double residentMegabytes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Measures the calls.
   *
   * @param before how many calls to make first, which do not count
   * @param calls how many calls count
   */
  static WarmCalls of(Subject subject, int before, int calls) throws Exception {
    try (FunctionProcess process = subject.start(List.of("-XX:+UseSerialGC"))) {
      process.awaitReady();
      for (int i = 0; i < before + calls; i++) {
        if (!(process.invoke(subject.event().get()) instanceof Invoked.Answered)) {
          throw new IllegalStateException(subject + " does not answer");
        }
      }
      List<Double> own =
          Files.readAllLines(process.log()).stream()
              .filter(line -> line.contains("\"Call answered\""))
              .map(WarmCalls::own)
              .toList();
      return new WarmCalls(
          new Spread(own.subList(own.size() - calls, own.size())), Memory.resident(process));
    }
  }

  private static double own(String line) {
    try {
      JsonNode read = JSON.readTree(line);
      return read.required("duration_ms").asDouble()
          - read.required("table_ms").asDouble()
          - read.required("bankid_ms").asDouble()
          - read.required("queue_ms").asDouble();
    } catch (IOException e) {
      throw new IllegalStateException("not a line of the log: " + line, e);
    }
  }
}
