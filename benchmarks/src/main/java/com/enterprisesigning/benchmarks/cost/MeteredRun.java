package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.benchmarks.callers.People;
import com.enterprisesigning.local.blackbox.AlteredJoin;
import com.enterprisesigning.local.blackbox.RunProcess;
import com.enterprisesigning.local.dynamodb.Capacity;
import com.enterprisesigning.local.dynamodb.TableMeter;
import com.enterprisesigning.local.processes.AwsProxy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A gateway whose calls to the table go through a meter, and whose messages to the queue go through
 * a proxy that keeps them.
 */
final class MeteredRun implements AutoCloseable {
  private static final String TABLE = "AWS_ENDPOINT_URL_DYNAMODB";
  private static final String QUEUE = "AWS_ENDPOINT_URL_SQS";

  private final ObjectMapper json = new ObjectMapper();
  private final People people = new People();
  private final Map<String, String> settings = new HashMap<>();
  private final RunProcess first;
  private final TableMeter meter;
  private final AwsProxy queue;
  private final RunProcess metered;
  private final Gateway simulator;
  private final Gateway here;

  MeteredRun() throws Exception {
    first = RunProcess.start(Map.of());
    simulator = new Gateway(first.url());
    JsonNode join = simulator.join();
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
    here = new Gateway(metered.url());
  }

  /** Returns the functions' settings, which name the meter and the proxy. */
  Map<String, String> settings() {
    return settings;
  }

  Gateway here() {
    return here;
  }

  /** Returns the run that has the phone. */
  Gateway simulator() {
    return simulator;
  }

  String person() {
    return people.next();
  }

  /** Returns the calls to the table since this method was last called. */
  Capacity askedSince() {
    return meter.since();
  }

  /**
   * Returns the bodies of the messages sent since this method was last called, one list for each
   * batch.
   */
  List<List<String>> sentSince() throws Exception {
    List<List<String>> batches = new ArrayList<>();
    for (AwsProxy.Asked asked : queue.asked()) {
      if (asked.operation().equals("SendMessageBatch")) {
        batches.add(
            json.readTree(asked.body()).required("Entries").findValuesAsText("MessageBody"));
      }
    }
    return batches;
  }

  @Override
  public void close() {
    metered.close();
    queue.close();
    meter.close();
    first.close();
  }
}
