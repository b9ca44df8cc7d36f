package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.benchmarks.callers.Gateway;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole signing at the pace of a person. It is registered with 2 KB of text, started, and polled
 * every 1.5 seconds until it is signed. Then its evidence is read once and its messages are
 * followed up.
 *
 * @param asked the requests made, added up for each kind of call
 * @param requests the number of requests to the API
 * @param sends the number of batches sent to the queue
 * @param messages the number of messages in them
 */
record OneSigning(List<Asked> asked, int requests, int sends, int messages) {
  private static final Duration POLL = Duration.ofMillis(1_500);
  private static final int APP_OPENED_AFTER = 5;
  private static final int SIGNED_AFTER = 19;
  private static final String TEXT =
      "I borrow 100 kronor, and pay back. ".repeat(60).substring(0, 2_048);

  static OneSigning of(MeteredRun run) throws Exception {
    Gateway here = run.here();
    String person = run.person();
    List<Asked> calls = new ArrayList<>();
    MeteredRun.Measured registered = run.measure("register", () -> here.register(person, TEXT));
    calls.add(registered.asked());
    String participant = registered.answered().participant();
    run.sentSince();
    MeteredRun.Measured started = run.measure("start", () -> here.start(participant));
    calls.add(started.asked());
    calls.addAll(polls(run, participant, started.answered().is(200)));
    MeteredRun.Measured evidence =
        run.measure(
            "evidence", () -> here.get("/signing/participants/" + participant + "/evidence"));
    evidence.answered().is(200);
    calls.add(evidence.asked());
    int requests = calls.size();
    List<List<String>> sent = run.sentSince();
    List<String> messages = sent.stream().flatMap(List::stream).toList();
    try (FollowUps followUps = new FollowUps(run)) {
      for (String message : messages) {
        calls.add(followUps.follow(message));
      }
    }
    return new OneSigning(byKind(calls), requests, sent.size(), messages.size());
  }

  private static List<Asked> polls(MeteredRun run, String participant, Answered started)
      throws Exception {
    Gateway phone = run.simulator();
    List<Asked> polls = new ArrayList<>();
    Instant next = started.endedAt();
    String order = "";
    JsonNode answer = started.body();
    while (polls.isEmpty() || answer.has("next_collect_ms")) {
      next = next.plus(POLL);
      Thread.sleep(Math.max(0, Duration.between(Instant.now(), next).toMillis()));
      MeteredRun.Measured poll = run.measure("poll", () -> run.here().collect(participant));
      answer = poll.answered().is(200).body();
      polls.add(named(poll.asked()));
      if (polls.size() == APP_OPENED_AFTER) {
        String token = started.body().required("autostart_token").asText();
        order =
            phone.phone("open", Map.of("autostart_token", token)).body().path("order_ref").asText();
      } else if (polls.size() == SIGNED_AFTER) {
        phone.phone("sign", Map.of("order_ref", order));
      }
    }
    return polls;
  }

  /** Names the poll by what it found, which follows from the number of requests it made. */
  private static Asked named(Asked poll) {
    return poll.named(
        poll.bankId() == 0
            ? "poll less than 1.8 s after another asked"
            : switch (poll.table().calls()) {
              case 1 -> "poll that finds nothing new";
              case 2 -> "poll that finds something new";
              default -> "poll that finds the signature";
            });
  }

  private static List<Asked> byKind(List<Asked> calls) {
    Map<String, Asked> kinds = new LinkedHashMap<>();
    calls.forEach(call -> kinds.merge(call.what(), call, Asked::plus));
    return List.copyOf(kinds.values());
  }

  Asked sum() {
    return asked.stream().reduce(Asked::plus).orElseThrow().named("**sum**");
  }
}
