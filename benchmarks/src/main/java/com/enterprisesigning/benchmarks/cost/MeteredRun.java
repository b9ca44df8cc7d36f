package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.benchmarks.callers.People;
import com.enterprisesigning.local.blackbox.AlteredJoin;
import com.enterprisesigning.local.blackbox.RunProcess;
import com.enterprisesigning.local.dynamodb.Capacity;
import com.enterprisesigning.local.dynamodb.TableMeter;
import com.enterprisesigning.local.processes.AwsProxy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A gateway whose table calls go through a meter, and whose messages are read on their way to the
 * queue.
 */
final class MeteredRun implements AutoCloseable {
  private static final String TABLE = "AWS_ENDPOINT_URL_DYNAMODB";
  private static final String QUEUE = "AWS_ENDPOINT_URL_SQS";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int A_MOMENT_MILLIS = 5;

  private final ObjectMapper json = new ObjectMapper();
  private final People people = new People();
  private final RunProcess first;
  private final Map<String, String> settings = new HashMap<>();
  private final TableMeter meter;
  private final AwsProxy queue;
  private final RunProcess metered;
  private final Gateway here;

  MeteredRun() throws Exception {
    first = RunProcess.start(Map.of());
    JsonNode join = Gateway.of(first.url()).get("/sandbox/join").is(200).body();
    join.required("settings")
        .properties()
        .forEach(it -> settings.put(it.getKey(), it.getValue().asText()));
    meter = new TableMeter(URI.create(settings.get(TABLE)));
    queue = new AwsProxy(URI.create(settings.get(QUEUE)));
    settings.put(TABLE, meter.url().toString());
    settings.put(QUEUE, queue.url());
    try (AlteredJoin altered = new AlteredJoin(join, settings)) {
      metered = RunProcess.start(Map.of("JOIN", altered.url().toString()));
    }
    here = Gateway.of(metered.url());
  }

  /** Returns the functions' settings. They name the metered table and the watched queue. */
  Map<String, String> settings() {
    return settings;
  }

  Gateway here() {
    return here;
  }

  Gateway elsewhere() {
    return Gateway.fromElsewhere(metered.url());
  }

  /** Returns the run that has the phone. */
  Gateway simulator() {
    return Gateway.of(first.url());
  }

  String person() {
    return people.next();
  }

  /** The answer of a call, and the requests that it made. */
  record Measured(Asked asked, Answered answered) {}

  /** Makes a call, which must be the only one in flight, and returns the requests that it made. */
  Measured measure(String what, Supplier<Answered> call) throws Exception {
    int before = answeredCalls().size();
    meter.since();
    Answered answered = call.get();
    JsonNode line = json.readTree(lineAfter(before));
    Asked asked = new Asked(what, 1, line.required("bankid_calls").asInt(), meter.since());
    if (line.required("table_calls").asInt() != asked.table().calls()) {
      throw new IllegalStateException("the meter counted " + asked + ", but the log says " + line);
    }
    return new Measured(asked, answered);
  }

  private String lineAfter(int before) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    List<String> lines = answeredCalls();
    while (lines.size() == before) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("a call has no line in the log");
      }
      Thread.sleep(A_MOMENT_MILLIS);
      lines = answeredCalls();
    }
    return lines.getLast();
  }

  private List<String> answeredCalls() {
    return metered.printed().stream().filter(line -> line.contains("\"Call answered\"")).toList();
  }

  /** Returns what the table was asked since the last call. */
  Capacity tableSince() {
    return meter.since();
  }

  /**
   * Returns the bodies of the messages sent since this method was last called, one list for each
   * batch.
   */
  List<List<String>> sentSince() throws Exception {
    return queue.asked().stream()
        .filter(asked -> asked.operation().equals("SendMessageBatch"))
        .map(asked -> bodies(asked.body()))
        .toList();
  }

  private List<String> bodies(String batch) {
    try {
      return json.readTree(batch).required("Entries").findValuesAsText("MessageBody");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a batch of messages", e);
    }
  }

  @Override
  public void close() {
    metered.close();
    queue.close();
    meter.close();
    first.close();
  }
}
