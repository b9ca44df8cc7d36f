package com.enterprisesigning.local.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.blackbox.Caller;
import com.enterprisesigning.local.blackbox.JournalOrder;
import com.enterprisesigning.local.blackbox.Phone;
import com.enterprisesigning.local.blackbox.Reply;
import com.enterprisesigning.local.blackbox.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One person with two participants. Many callers start for the person at the same moment, round
 * after round, while others collect. BankID's journal and the answers are checked against {@code
 * docs/architecture.md#the-conflict-rules} and {@code docs/architecture.md#invariants}.
 */
final class HammeredPerson {
  /** The caller of the lone start after a storm. */
  private static final int LONE = 200;

  private final FunctionApi api;
  private final Phone phone;
  private final String person;
  private final int callers;
  private final List<String> participants;
  private int calls;
  private int callsInBlocks;
  private int starts;

  /**
   * Registers the person.
   *
   * @param callers who start at once
   */
  HammeredPerson(FunctionApi api, Phone phone, String person, int callers) throws Exception {
    this.api = api;
    this.phone = phone;
    this.person = person;
    this.callers = callers;
    this.participants = api.register(Storm.from(LONE), person, person);
  }

  /** Runs every storm this many times. */
  void hammer(int times) throws Exception {
    warmUp();
    for (int i = 0; i < times; i++) {
      for (Storm storm : Storm.values()) {
        round(storm);
      }
    }
    assertTrue(callsInBlocks > 0, "no call met a block");
  }

  String summary() {
    return "one person: %d calls, %d of them in a block, %d starts answered 200, %d orders"
        .formatted(calls, callsInBlocks, starts, orders().size());
  }

  /**
   * Makes the first calls of the processes, which take a second; a storm of them would run into
   * timeouts.
   */
  private void warmUp() throws Exception {
    startAlone(Storm.from(LONE));
    String participant = participants.getFirst();
    api.startPhone(Storm.from(LONE), participant).answer().is(200);
    api.collect(Storm.from(LONE), participant).answer().is(200);
    api.cancel(Storm.from(LONE), participant).answer().is(204);
  }

  private void round(Storm storm) throws Exception {
    int before = orders().size();
    List<Call> answered = storm(storm);
    List<Call> made = answered.stream().filter(Call::isStart).toList();
    made.forEach(call -> checkStart(storm, call));
    Journal journal = new Journal(orders().subList(before, orders().size()), made);
    if (storm.blocks()) {
      journal.holdsNoTwoAtOnce();
      assertTrue(
          made.stream().filter(Call::succeeded).count() <= 1, storm + ": two starts answered 200");
      Waiting.until(meetBlock(blockEnd(storm, made)));
      startAlone(Storm.from(LONE));
    } else {
      journal.holdsNoTwoAnsweredAtOnce();
      // The slot that such a storm leaves admits only its own address.
      startAlone(Storm.from(0));
    }
  }

  private List<Call> storm(Storm storm) throws Exception {
    List<Call> answered =
        Together.run(
            callers + participants.size(),
            number ->
                number < callers
                    ? storm.call(api, participants, number)
                    : api.collect(Storm.from(0), participants.get(number - callers)));
    calls += answered.size();
    starts += (int) answered.stream().filter(it -> it.isStart() && it.succeeded()).count();
    answered.stream().filter(call -> !call.isStart()).forEach(HammeredPerson::checkCollect);
    return answered;
  }

  private static void checkStart(Storm storm, Call call) {
    if (!call.succeeded()) {
      assertEquals("RFA4_SIGNING_IN_PROGRESS", call.answer().reason(), storm + ": " + call);
    }
  }

  private static void checkCollect(Call call) {
    if (!call.succeeded()) {
      call.answer().is(409, "SIGNING_NOT_STARTED");
    }
  }

  private static Instant blockEnd(Storm storm, List<Call> made) {
    return made.stream()
        .flatMap(call -> call.answer().retryAt().stream())
        .max(Instant::compareTo)
        .orElseThrow(() -> new AssertionError(storm + ": no call answered with a block"));
  }

  /** Starts and cancels again, which must change nothing, and returns the block's end. */
  private Instant meetBlock(Instant end) throws Exception {
    int before = orders().size();
    List<Call> answered =
        Together.run(
            callers + participants.size(),
            number ->
                number < callers
                    ? Storm.BOTH_WAYS.call(api, participants, number)
                    : api.cancel(Storm.from(0), participants.get(number - callers)));
    calls += answered.size();
    List<Call> inTime = answered.stream().filter(call -> call.endedAt().isBefore(end)).toList();
    callsInBlocks += inTime.size();
    for (Call call : inTime) {
      call.answer().is(409, "RFA4_SIGNING_IN_PROGRESS");
    }
    Set<Instant> ends =
        inTime.stream()
            .map(call -> call.answer().retryAt().orElseThrow())
            .collect(Collectors.toSet());
    assertTrue(
        inTime.isEmpty() || ends.equals(Set.of(end)), "the block ends at " + end + ", " + ends);
    if (inTime.size() == answered.size()) {
      assertEquals(before, orders().size(), "orders that were created during a block");
      return end;
    }
    return blockEnd(Storm.BOTH_WAYS, answered);
  }

  /** Checks that the person is free again: no order is live, and a lone start succeeds. */
  private void startAlone(Caller caller) throws Exception {
    for (String participant : participants) {
      api.cancel(Storm.from(0), participant).answer().is(204);
    }
    assertTrue(
        orders().stream().noneMatch(JournalOrder::isLive),
        "an order is running that no caller has");
    Reply started = api.start(caller, participants.getFirst()).answer().is(200);
    assertEquals("INITIATED", started.text("status"));
    api.cancel(caller, participants.getFirst()).answer().is(204);
    calls += participants.size() + 2;
    starts++;
  }

  private List<JournalOrder> orders() {
    try {
      return new ArrayList<>(phone.orders(person));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
