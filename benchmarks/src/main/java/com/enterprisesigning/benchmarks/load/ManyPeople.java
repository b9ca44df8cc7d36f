package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.benchmarks.callers.People;
import com.enterprisesigning.benchmarks.report.Table;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/** Each caller has its own persons, and registers, starts, collects once and cancels for each. */
final class ManyPeople {
  private final Gateways gateways;
  private final People people;

  ManyPeople(Gateways gateways, People people) {
    this.gateways = gateways;
    this.people = people;
  }

  /** Returns a table with one row for each number of callers. */
  Growth grow(List<Integer> callers) throws Exception {
    Table table =
        new Table(
            "callers",
            "calls/s",
            "p50, ms",
            "p99, ms",
            "start p50, ms",
            "start p99, ms",
            "not answered 2xx");
    Growth growth = new Growth(table);
    for (int number : callers) {
      Step step = Step.of(number, this::turn);
      long others = step.counted().stream().filter(it -> it.answered().status() / 100 != 2).count();
      growth.add(step, others);
      table.row(
          number,
          "%.0f".formatted(step.callsASecond()),
          "%.0f".formatted(step.millis().median()),
          "%.0f".formatted(step.millis().quantile(0.99)),
          "%.0f".formatted(step.millis("start").median()),
          "%.0f".formatted(step.millis("start").quantile(0.99)),
          others);
    }
    return growth;
  }

  void turn(int caller, int turn, Queue<Step.Call> calls) {
    Gateway gateway = gateways.inTurn(caller + turn);
    Answered registered = add(calls, "register", () -> gateway.register(people.next()));
    if (registered.status() == 201) {
      String participant = registered.participant();
      add(calls, "start", () -> gateway.start(participant));
      add(calls, "collect", () -> gateway.collect(participant));
      add(calls, "cancel", () -> gateway.cancel(participant));
    }
  }

  private static Answered add(Queue<Step.Call> calls, String name, Supplier<Answered> call) {
    Answered answered = call.get();
    calls.add(new Step.Call(name, answered));
    return answered;
  }
}
