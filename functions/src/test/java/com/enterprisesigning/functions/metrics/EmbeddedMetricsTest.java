package com.enterprisesigning.functions.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.functions.Stdout;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

/** The metrics on stdout, in CloudWatch's embedded metric format. */
@ResourceLock(Resources.SYSTEM_OUT)
class EmbeddedMetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:02.399Z");
  private final Stdout stdout = new Stdout();
  private final EmbeddedMetrics metrics =
      new EmbeddedMetrics("signing-test", Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void release() {
    stdout.close();
  }

  @Test
  void aMetric_isOneLine_withItsSetsOfDimensions() throws Exception {
    metrics.count(Metric.STARTS, Dimension.CHANNEL, "START");

    assertEquals(1, stdout.lines().size());
    assertEquals(
        json(
            """
            {"_aws": {"Timestamp": %d, "CloudWatchMetrics": [
               {"Namespace": "EnterpriseSigning", "Dimensions": [["Service"], ["Service", "Channel"]],
                "Metrics": [{"Name": "Starts", "Unit": "Count"}]}]},
             "Service": "signing-test", "Channel": "START", "Starts": 1}
            """
                .formatted(NOW.toEpochMilli())),
        json(stdout.lines().getFirst()));
  }

  @Test
  void severalMetrics_areOneLine_eachWithItsUnit() throws Exception {
    Map<Metric, Long> values = new EnumMap<>(Metric.class);
    values.put(Metric.BANKID_LATENCY, 40L);
    values.put(Metric.BANKID_ERRORS, 0L);
    metrics.write(values, Map.of(Dimension.CALL, "/sign"));

    assertEquals(
        json(
            """
            [{"Namespace": "EnterpriseSigning", "Dimensions": [["Service"], ["Service", "Call"]],
              "Metrics": [{"Name": "BankIdLatency", "Unit": "Milliseconds"}]},
             {"Namespace": "EnterpriseSigning", "Dimensions": [["Service"], ["Service", "Call"]],
              "Metrics": [{"Name": "BankIdErrors", "Unit": "Count"}]}]
            """),
        json(stdout.lines().getFirst()).at("/_aws/CloudWatchMetrics"));
  }

  @Test
  void noId_isInTheLine() {
    MDC.put("correlation_id", "JKJaXmPLvHcESHA=");
    try {
      metrics.count(Metric.INTERNAL_ERRORS);
    } finally {
      MDC.clear();
    }

    assertEquals(-1, stdout.lines().getFirst().indexOf("JKJaXmPLvHcESHA="));
  }

  @ParameterizedTest
  @CsvSource({
    "demo, demo",
    "'två ord', 'tv? ord'",
    "'a\t\u2028\u007fx', 'a???x'",
    "' ', ?",
    "'', ?"
  })
  void aDimension_isPrintableAscii_whateverTheTokenSays(String client, String value) {
    metrics.count(Metric.PERSONS_BLOCKED, Dimension.CLIENT, client);

    assertEquals(
        List.of("PersonsBlocked 1", "PersonsBlocked 1 Client=" + value),
        CountedLines.of(stdout.lines()));
  }

  @Test
  void aDimension_isNoLongerThanCloudWatchTakes() {
    metrics.count(Metric.PERSONS_BLOCKED, Dimension.CLIENT, "x".repeat(2_000));

    assertEquals(
        "PersonsBlocked 1 Client=" + "x".repeat(250), CountedLines.of(stdout.lines()).getLast());
  }

  @Test
  void eachOfManyThreads_countsOnce_onALineOfItsOwn() throws Exception {
    List<Callable<Void>> counts = new ArrayList<>();
    for (int i = 0; i < 320; i++) {
      Metric metric = i % 4 == 0 ? Metric.SIGNATURES_REJECTED : Metric.SIGNATURES_STORED;
      counts.add(() -> {
        metrics.count(metric);
        return null;
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      for (Future<Void> future : threads.invokeAll(counts)) {
        future.get();
      }
    }

    List<String> counted = CountedLines.of(stdout.lines());
    assertEquals(240, counted.stream().filter("SignaturesStored 1"::equals).count());
    assertEquals(80, counted.stream().filter("SignaturesRejected 1"::equals).count());
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
