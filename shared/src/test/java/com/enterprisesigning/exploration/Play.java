package com.enterprisesigning.exploration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One call after the other, without anybody in between: how scenarios begin, and how they end. */
record Play(State state, int calls) {

  static Play of(State state) {
    return new Play(state, 0);
  }

  /** The call, from its beginning to its end. */
  Play call(Call call) {
    return let(call, Optional.empty());
  }

  /** The call, killed as it comes to this step. */
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

  /** The person does so with every order that runs. */
  Play phone(Choice.Act act) {
    State at = state;
    for (String order : state.world().bankId().running()) {
      at = at.after(new Choice.Phone(act, order));
    }
    return new Play(at, calls);
  }

  /** The follow-up function takes every message when it is due, until there is none. */
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

  /** What the last call came to. */
  Caller.End end() {
    return state.callers().getFirst().end().orElseThrow();
  }
}
