package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.blackbox.Caller;
import com.enterprisesigning.local.blackbox.Phone;
import com.enterprisesigning.local.blackbox.Reply;
import com.enterprisesigning.local.blackbox.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One person, whose calls may be killed in flight. The caller does what callers do: it starts again
 * if no answer came, or when a 409 says that it may.
 */
final class Life {
  /** How long a caller goes on before it gives up on the participant. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  /**
   * An order that the person has signed.
   *
   * @param at the latest time at which it was signed
   */
  record Signed(String participant, String orderRef, Instant at) {}

  private final FunctionApi api;
  private final Phone phone;
  private final String person;
  private final Caller caller;
  private final Random random;
  private final List<Call> calls = new ArrayList<>();
  private Optional<Signed> signed = Optional.empty();

  Life(FunctionApi api, Phone phone, String person, Random random) {
    this.api = api;
    this.phone = phone;
    this.person = person;
    this.random = random;
    this.caller = Storm.from(random.nextInt(100));
  }

  /** Signs, cancels, or starts once more from another address, at random. */
  void live() throws Exception {
    String participant = api.register(caller, person).getFirst();
    boolean byPhone = random.nextInt(4) == 0;
    Instant end = Instant.now().plus(PATIENCE);
    Optional<Reply> started = startUntil(api, end, participant, byPhone);
    if (started.isEmpty()) {
      return;
    }
    switch (random.nextInt(6)) {
      case 0 -> calls.add(api.cancel(caller, participant));
      case 1 -> calls.add(api.start(Storm.from(200), participant));
      default -> sign(end, participant, started.get(), byPhone);
    }
  }

  private Optional<Reply> startUntil(
      FunctionApi by, Instant end, String participant, boolean byPhone) throws Exception {
    while (Instant.now().isBefore(end)) {
      Call call = byPhone ? by.startPhone(caller, participant) : by.start(caller, participant);
      calls.add(call);
      if (call.succeeded()) {
        return call.reply();
      }
      Optional<Instant> retryAt = call.reply().flatMap(reply -> checked(reply).retryAt());
      if (retryAt.isPresent()) {
        Waiting.until(retryAt.get().isBefore(end) ? retryAt.get() : end);
      }
    }
    return Optional.empty();
  }

  private static Reply checked(Reply reply) {
    return reply.is(409, "RFA4_SIGNING_IN_PROGRESS");
  }

  private void sign(Instant end, String participant, Reply started, boolean byPhone)
      throws Exception {
    String order;
    if (byPhone) {
      order = phone.answer(person);
      phone.confirmCall(order);
    } else {
      order = phone.open(started);
    }
    phone.sign(order);
    signed = Optional.of(new Signed(participant, order, Instant.now()));
    boolean isOver = false;
    while (!isOver && Instant.now().isBefore(end)) {
      Call call = api.collect(caller, participant);
      calls.add(call);
      isOver = call.reply().filter(reply -> reply.is(200).isEnd()).isPresent();
    }
  }

  /**
   * Starts for another participant until a start succeeds, and ends that order.
   *
   * @param unkilled an API whose processes are not killed
   * @return how long it took
   * @throws AssertionError if it takes longer than {@code atMost}
   */
  Duration recover(FunctionApi unkilled, Duration atMost) throws Exception {
    Instant from = Instant.now();
    String participant = unkilled.register(caller, person).getFirst();
    if (startUntil(unkilled, from.plus(atMost), participant, false).isEmpty()) {
      throw new AssertionError("cannot start again: " + calls);
    }
    Duration took = Duration.between(from, Instant.now());
    unkilled.cancel(caller, participant).answer().is(204);
    return took;
  }

  String person() {
    return person;
  }

  List<Call> calls() {
    return calls;
  }

  Optional<Signed> signed() {
    return signed;
  }

  /** Returns the status that the participant's caller gets by now. */
  String status(FunctionApi unkilled, String participant) throws Exception {
    return unkilled.collect(caller, participant).answer().is(200).text("status");
  }

  /** Returns whether a call died that may have held the completion, which BankID hands out once. */
  boolean hasACallDiedSince(Instant signedAt) {
    return calls.stream().anyMatch(call -> call.died() && call.endedAt().isAfter(signedAt));
  }
}
