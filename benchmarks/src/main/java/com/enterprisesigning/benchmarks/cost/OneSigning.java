package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.local.dynamodb.Capacity;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole signing at the pace of a person. It registers 2 KB of text, starts, and polls every 1.5
 * seconds until the person has signed. Then it reads the evidence once and handles the follow-up
 * messages.
 */
final class OneSigning {
  private static final Duration POLL = Duration.ofMillis(1_500);
  private static final int APP_OPENED_AFTER = 5;
  private static final int SIGNED_AFTER = 19;
  private static final String TEXT =
      "I borrow 100 kronor, and pay back. ".repeat(60).substring(0, 2_048);

  private final MeteredRun run;
  private final Gateway here;
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private int requests;
  private int sends;
  private int messages;

  private OneSigning(MeteredRun run) {
    this.run = run;
    this.here = run.here();
  }

  /** Signs, alone on this run. */
  static OneSigning of(MeteredRun run) throws Exception {
    OneSigning signing = new OneSigning(run);
    signing.sign();
    return signing;
  }

  private void sign() throws Exception {
    warmUp();
    run.askedSince();
    String participant = count("register", here.register(run.person(), TEXT)).participant();
    run.sentSince();
    Answered started = count("start", here.start(participant).is(200));
    poll(participant, started);
    count("evidence", here.evidence(participant).is(200));
    List<List<String>> batches = run.sentSince();
    sends = batches.size();
    try (FollowUps followUps = new FollowUps(run)) {
      run.askedSince();
      for (String body : batches.stream().flatMap(List::stream).toList()) {
        followUps.follow(body);
        Capacity message = run.askedSince();
        add(
            message.write() == 0
                ? "follow-up message that finds it settled"
                : "follow-up message that has the evidence stamped",
            message);
        messages++;
      }
    }
  }

  /** Makes a process's first calls, which are so slow that the SDK may retry them. */
  private void warmUp() {
    String participant = here.register(run.person(), TEXT).participant();
    here.start(participant).is(200);
    here.cancel(participant).is(204);
  }

  private void poll(String participant, Answered started) throws Exception {
    Instant next = started.endedAt();
    String order = "";
    Answered answer = started;
    for (int polls = 1; polls == 1 || answer.body().has("next_collect_ms"); polls++) {
      next = next.plus(POLL);
      Thread.sleep(Math.max(0, Duration.between(Instant.now(), next).toMillis()));
      answer = here.collect(participant).is(200);
      requests++;
      Capacity poll = run.askedSince();
      add(found(poll), poll);
      if (polls == APP_OPENED_AFTER) {
        order = run.simulator().open(started);
      } else if (polls == SIGNED_AFTER) {
        run.simulator().sign(order);
      }
    }
  }

  /** Returns what a poll found, judged by its calls to the table: see {@code RoundTripsTest}. */
  private static String found(Capacity poll) {
    if (poll.write() == 0) {
      return "poll less than 1.8 s after another asked";
    }
    return switch (poll.calls()) {
      case 1 -> "poll that finds nothing new";
      case 2 -> "poll that finds something new";
      default -> "poll that finds the signature";
    };
  }

  private Answered count(String what, Answered answered) {
    requests++;
    add(what, run.askedSince());
    return answered;
  }

  private void add(String what, Capacity table) {
    asked.merge(what, new Asked(what, 1, table), Asked::plus);
  }

  /** Returns the cost at DynamoDB, added up for each kind of call. */
  List<Asked> asked() {
    return List.copyOf(asked.values());
  }

  /** Returns the number of requests to the API. */
  int requests() {
    return requests;
  }

  /** Returns the number of batches sent to the queue. */
  int sends() {
    return sends;
  }

  /** Returns the number of messages in those batches. */
  int messages() {
    return messages;
  }
}
