package com.enterprisesigning.local.blackbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * The processes that all tests share: a first run with short blocks, and a second that has joined
 * it.
 */
final class Runs implements AutoCloseable {
  /** {@code CROSS_IP_BLOCK_SECONDS} of the runs. */
  static final int CROSS_IP_BLOCK = 8;

  /** {@code PHONE_BLOCK_SECONDS} of the runs. */
  static final int PHONE_BLOCK = 5;

  private static final Duration TO_WARM_UP = Duration.ofMinutes(2);

  /**
   * Limits the calls in flight. Tests run side by side because they wait for stated times. If all
   * of them also called at the same time, they would test the machine, and run into timeouts.
   */
  private final Semaphore inFlight = new Semaphore(2);

  private final Wire wire = new Wire();
  private final Persons persons = new Persons();
  private final Queue<RunProcess> processes = new ConcurrentLinkedQueue<>();
  private final RunProcess first;
  private final RunProcess second;

  Runs() throws Exception {
    first =
        start(
            Map.of(
                "CROSS_IP_BLOCK_SECONDS", String.valueOf(CROSS_IP_BLOCK),
                "PHONE_BLOCK_SECONDS", String.valueOf(PHONE_BLOCK)));
    second = join(Map.of());
    phone()
        .roles()
        .forEach(role -> wire.secrets().addPersonalNumber(role.path("personal_number").asText()));
    warmUp(api(first));
    warmUp(api(second));
  }

  /**
   * Signs until a signing succeeds. The first calls load classes. On a busy machine this takes
   * longer than the service waits for its table and for BankID, and the service answers 502 or 503.
   */
  private void warmUp(Api api) throws Exception {
    Instant deadline = Instant.now().plus(TO_WARM_UP);
    while (true) {
      try {
        String participant = api.register(Caller.DEMO, person()).participant();
        phone().sign(phone().open(api.start(Caller.DEMO, participant).is(200)));
        api.collectUntil(Caller.DEMO, participant, Reply::isEnd);
        return;
      } catch (AssertionError e) {
        if (Instant.now().isAfter(deadline)) {
          throw e;
        }
      }
    }
  }

  /** Starts one more independent run. */
  RunProcess start(Map<String, String> environment) throws Exception {
    RunProcess process = RunProcess.start(environment);
    processes.add(process);
    return process;
  }

  /** Starts one more gateway to the first run's table and simulator. */
  RunProcess join(Map<String, String> environment) throws Exception {
    Map<String, String> joined = new HashMap<>(environment);
    joined.put("JOIN", first.url().toString());
    return start(joined);
  }

  Api api(Gateways gateways) {
    return switch (gateways) {
      case ONE -> api(first);
      case TWO_IN_TURN -> api(first, second);
    };
  }

  /** Returns the API behind these gateways, in turn. */
  Api api(RunProcess... gateways) {
    return api(inFlight, gateways);
  }

  /** Returns the API behind two gateways in turn, for any number of calls at the same time. */
  Api apiForStorms() {
    return api(new Semaphore(Integer.MAX_VALUE), first, second);
  }

  private Api api(Semaphore limit, RunProcess... gateways) {
    return new Api(wire, List.of(gateways).stream().map(RunProcess::url).toList(), limit);
  }

  RunProcess first() {
    return first;
  }

  Wire wire() {
    return wire;
  }

  Phone phone() {
    return new Phone(wire, first.url());
  }

  /** Returns a person who has done nothing yet. */
  String person() {
    return persons.next();
  }

  /** Returns the lines of every run so far that contain a secret. */
  List<String> leaks() throws Exception {
    wire.learnSecretsOf(first.url());
    List<String> leaks = new ArrayList<>();
    for (RunProcess process : processes) {
      leaks.addAll(wire.secrets().foundIn(process.printed()));
    }
    return leaks;
  }

  @Override
  public void close() {
    wire.close();
    for (RunProcess process : processes) {
      process.close();
    }
  }
}
