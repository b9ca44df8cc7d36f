package com.enterprisesigning.exploration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes one call after the other, with nothing in between. This is how scenarios begin and end. */
record Play(State state, int calls) {

  static Play of(State state) {
    return new Play(state, 0);
  }

  /** Makes the call, from beginning to end. */
  Play call(Call call) {
    return let(call, Optional.empty());
  }

  /** Makes the call, and kills it when it reaches this step. */
  Play callKilledBefore(String step, Call call) {
    return let(call, Optional.of(step));
  }

  private Play let(Call call, Optional<String> killedBefore) {
    Caller caller = Caller.of((killedBefore.isPresent() ? "k" : "s") + calls, call);
    State at = state.with(List.of(caller), Bounds.of(0));
    while (!at.isOver()) {
      Fate fate = killedBefore.filter(at::isBefore).isPresent() ? Fate.DIES : Fate.GOES_ON;
      at = at.after(new Choice.Let(0, fate));
    }
    return new Play(at, calls + 1);
  }

  Play turn(Duration by) {
    return turnTo(state.world().now().plus(by));
  }

  Play turnTo(Instant to) {
    return new Play(state.after(new Choice.Turn(to)), calls);
  }

  /** Lets the person do this with every running order. */
  Play phone(Choice.Act act) {
    State at = state;
    for (String order : state.world().bankId().running()) {
      at = at.after(new Choice.Phone(act, order));
    }
    return new Play(at, calls);
  }

  /** Lets the follow-up handle every message when it is due, until none is left. */
  Play followUpToTheEnd() {
    Play at = this;
    for (int messages = 0; !at.world().queue().isEmpty(); messages++) {
      if (messages > 200) {
        throw new Violation("F9", "a message is followed up for ever");
      }
      Instant next = at.world().queue().boundaries().stream().min(Instant::compareTo).orElseThrow();
      at = next.isAfter(at.world().now()) ? at.turnTo(next) : at;
      at = at.call(Call.of(Call.Kind.FOLLOW_UP));
    }
    return at;
  }

  World world() {
    return state.world();
  }

  /** Returns how the last call ended. */
  Caller.End end() {
    return state.callers().getFirst().end().orElseThrow();
  }
}
