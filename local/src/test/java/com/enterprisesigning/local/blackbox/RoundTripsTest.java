package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static com.enterprisesigning.local.blackbox.Caller.DEMO_ELSEWHERE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.local.dynamodb.Capacity;
import com.enterprisesigning.local.dynamodb.TableMeter;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How often each call asks DynamoDB and BankID, and how many capacity units it consumes: {@code
 * docs/architecture.md#what-a-call-costs}. Any addition fails here. This class has its own gateway,
 * with a meter in front of the table, and makes one call at a time.
 */
@ExtendWith(SharedRuns.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripsTest {
  private final Runs runs;
  private final RunProcess run;
  private final Api api;
  private final Phone phone;
  private final TableMeter meter;
  private final LogLines log;

  RoundTripsTest(Runs runs) throws Exception {
    this.runs = runs;
    JsonNode join = runs.phone().get("/sandbox/join");
    meter = new TableMeter(URI.create(join.at("/settings/AWS_ENDPOINT_URL_DYNAMODB").asText()));
    try (AlteredJoin behindMeter =
        new AlteredJoin(join, Map.of("AWS_ENDPOINT_URL_DYNAMODB", meter.url().toString()))) {
      run = runs.start(Map.of("JOIN", behindMeter.url().toString()));
    }
    api = runs.api(run);
    phone = runs.phone();
    log = new LogLines(run, api);
  }

  @AfterAll
  void stop() {
    run.close();
    meter.close();
  }

  private interface Doing {
    Reply run() throws Exception;
  }

  /** Describes calls of the table, read units, and write units as reported and as billed. */
  private static Capacity table(int calls, int read, int write, int billedWrite) {
    return new Capacity(calls, read, write, billedWrite);
  }

  private Reply asks(Capacity table, int bankId, Doing doing) throws Exception {
    int before = log.calls().size();
    meter.since();
    Reply reply = doing.run();
    Waiting.until(() -> log.calls().size() > before);
    JsonNode line = log.calls().getLast();
    String call = line.path("call").asText() + ": " + reply.body();
    assertEquals(table, meter.since(), call);
    assertEquals(
        List.of(table.calls(), bankId),
        List.of(line.path("table_calls").asInt(-1), line.path("bankid_calls").asInt(-1)),
        () -> "calls of table and BankID in the log by " + call);
    return reply;
  }

  private String participant() throws Exception {
    return api.register(DEMO, runs.person()).participant();
  }

  @Test
  void start() throws Exception {
    String participant = participant();
    asks(table(3, 2, 3, 5), 1, () -> api.start(DEMO, participant).is(200));
  }

  @Test
  void startPhone() throws Exception {
    String participant = participant();
    asks(table(3, 2, 3, 5), 1, () -> api.startPhone(DEMO, participant).is(200));
  }

  @Test
  void start_inABlock() throws Exception {
    String participant = participant();
    api.start(DEMO, participant).is(200);
    api.start(DEMO_ELSEWHERE, participant).is(409);
    asks(table(2, 2, 0, 1), 0, () -> api.start(DEMO, participant).is(409));
    asks(table(2, 2, 0, 1), 0, () -> api.startPhone(DEMO, participant).is(409));
  }

  @Test
  void start_thatMeetsAnOrder() throws Exception {
    String participant = participant();
    api.start(DEMO, participant).is(200);
    asks(table(4, 2, 3, 6), 2, () -> api.start(DEMO, participant).is(409));
    asks(table(3, 2, 3, 5), 1, () -> api.start(DEMO, participant).is(200));
    asks(table(4, 2, 3, 6), 2, () -> api.start(DEMO_ELSEWHERE, participant).is(409));
  }

  @Test
  void collect() throws Exception {
    String participant = participant();
    Reply started = api.start(DEMO, participant).is(200);
    asks(table(2, 0, 2, 2), 1, () -> api.collect(DEMO, participant).is(200));
    asks(table(1, 0, 0, 1), 0, () -> api.collect(DEMO, participant).is(200));
    asks(
        table(1, 0, 1, 1), 1, () -> afterTheInterval(() -> api.collect(DEMO, participant).is(200)));
    phone.sign(phone.open(started));
    asks(
        table(5, 1, 15, 19),
        1,
        () -> afterTheInterval(() -> api.collect(DEMO, participant).is(200)));
    asks(table(1, 0, 0, 1), 0, () -> api.collect(DEMO, participant).is(200));
    asks(table(1, 2, 0, 0), 0, () -> api.evidence(DEMO, participant).is(200));
  }

  @Test
  void cancel() throws Exception {
    String participant = participant();
    api.start(DEMO, participant).is(200);
    asks(table(4, 2, 2, 2), 1, () -> api.cancel(DEMO, participant).is(204));
    asks(table(2, 2, 0, 0), 0, () -> api.cancel(DEMO, participant).is(204));
  }

  @Test
  void processes() throws Exception {
    Map<String, Object> registration = api.registration("loan", runs.person());
    Reply registered =
        asks(
            table(1, 0, 2, 6), 0, () -> api.post(DEMO, "/signing/processes", registration).is(201));
    asks(table(2, 2, 0, 0), 0, () -> api.process(DEMO, registered.text("id")).is(200));
    asks(table(3, 2, 2, 4), 0, () -> api.withdraw(DEMO, registered.text("id")).is(204));
  }

  /** Waits 1.9 seconds first: BankID is asked about an order at most every 1.8 seconds. */
  private static Reply afterTheInterval(Doing doing) throws Exception {
    Waiting.until(Instant.now().plusMillis(1_900));
    return doing.run();
  }
}
