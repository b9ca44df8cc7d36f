package com.enterprisesigning.local.blackbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The processes that all tests share: a first run with short blocks, and a second that has joined
 * it.
 */
final class Runs implements AutoCloseable {
  /** {@code CROSS_IP_BLOCK_SECONDS} of the runs. */
  static final int CROSS_IP_BLOCK = 8;

  /** {@code PHONE_BLOCK_SECONDS} of the runs. */
  static final int PHONE_BLOCK = 5;

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
    // Makes the first run print a line, whichever test comes first: {@link SharedRuns} fails if it
    // has printed nothing.
    api(first).process(Caller.DEMO, "5e1f0002-0000-4000-8000-00000000ffff").is(404);
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
    return new Api(wire, List.of(gateways).stream().map(RunProcess::url).toList());
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
