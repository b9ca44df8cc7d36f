package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.signing.Decision;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;

/** The metrics as CloudWatch reads them from stdout (design section 11). */
@ResourceLock(Resources.SYSTEM_OUT)
class CompletionMetricsTest {
  private final Stdout stdout = new Stdout();
  private final CompletionMetrics metrics =
      new CompletionMetrics(Environment.TEST, Clock.fixed(Samples.NOW, ZoneOffset.UTC));

  @AfterEach
  void release() {
    stdout.close();
  }

  private static Decision decision(Decision.Kind kind, String outcome) {
    return new Decision(
        kind,
        new Decision.Subject(
            "demo",
            Optional.of(Samples.PROCESS),
            Optional.of(Samples.PARTICIPANT),
            Optional.empty(),
            Optional.of(UUID.randomUUID()),
            Optional.empty(),
            Optional.empty()),
        outcome,
        Optional.empty(),
        outcome.equals("REJECTED") ? List.of("SIGNER") : List.of());
  }

  private static JsonNode expected(int stored, int rejected) {
    return TestCall.parse(
        """
        {"_aws": {"Timestamp": %d, "CloudWatchMetrics": [
           {"Namespace": "EnterpriseSigning", "Dimensions": [["Environment"]], "Metrics": [
             {"Name": "SignaturesStored", "Unit": "Count"},
             {"Name": "SignaturesRejected", "Unit": "Count"}]}]},
         "Environment": "test", "SignaturesStored": %d, "SignaturesRejected": %d}
        """
            .formatted(Samples.NOW.toEpochMilli(), stored, rejected));
  }

  @Test
  void aStoredSignature_counts() {
    metrics.record(decision(Decision.Kind.COMPLETION, "COMPLETE"));

    assertEquals(List.of(expected(1, 0)), lines());
  }

  @Test
  void aCompletionThatDoesNotVerify_countsApart() {
    metrics.record(decision(Decision.Kind.COMPLETION, "REJECTED"));

    assertEquals(List.of(expected(0, 1)), lines());
  }

  @ParameterizedTest
  @EnumSource(value = Decision.Kind.class, names = "COMPLETION", mode = EnumSource.Mode.EXCLUDE)
  void nothingElse_counts(Decision.Kind kind) {
    metrics.record(decision(kind, "REJECTED"));

    assertEquals(List.of(), stdout.lines());
  }

  @Test
  void noId_isInTheLine() {
    MDC.put("correlation_id", "JKJaXmPLvHcESHA=");
    try {
      metrics.record(decision(Decision.Kind.COMPLETION, "COMPLETE"));
    } finally {
      MDC.clear();
    }

    assertEquals(List.of(expected(1, 0)), lines());
  }

  @Test
  void eachOfManyThreads_countsOnce() throws Exception {
    List<Callable<Void>> records = new ArrayList<>();
    for (int i = 0; i < 320; i++) {
      String outcome = i % 4 == 0 ? "REJECTED" : "COMPLETE";
      records.add(() -> {
        metrics.record(decision(Decision.Kind.COMPLETION, outcome));
        return null;
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      for (Future<Void> future : threads.invokeAll(records)) {
        future.get();
      }
    }

    assertEquals(240, lines().stream().filter(expected(1, 0)::equals).count());
    assertEquals(80, lines().stream().filter(expected(0, 1)::equals).count());
    assertEquals(320, lines().size());
  }

  private List<JsonNode> lines() {
    return stdout.lines().stream().map(TestCall::parse).toList();
  }
}
