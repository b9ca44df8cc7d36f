package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.benchmarks.callers.People;
import com.enterprisesigning.benchmarks.report.Table;
import com.enterprisesigning.local.blackbox.JournalOrder;
import java.util.List;
import java.util.Queue;

/**
 * One person for whom every caller starts and cancels, each call at another process. There are two
 * participants, as if registered by two partners that do not know of each other.
 */
final class OnePerson {
  private final Gateways gateways;
  private final People people;

  OnePerson(Gateways gateways, People people) {
    this.gateways = gateways;
    this.people = people;
  }

  /** Returns a table with one row for each number of callers, each with a new person. */
  Growth grow(List<Integer> callers) throws Exception {
    Table table =
        new Table(
            "callers",
            "calls/s",
            "p50, ms",
            "p99, ms",
            "start 200",
            "start 409",
            "cancel 204",
            "cancel 409",
            "others",
            "orders",
            "side by side");
    Growth growth = new Growth(table);
    for (int number : callers) {
      String person = people.next();
      List<String> participants =
          List.of(
              gateways.inTurn(0).register(person).participant(),
              gateways.inTurn(0).register(person).participant());
      Step step = Step.of(number, (caller, turn, calls) -> turn(participants, caller, turn, calls));
      List<JournalOrder> orders = gateways.orders(person);
      long sideBySide = SideBySide.count(orders, starts(step));
      growth.add(step, sideBySide);
      long known =
          step.count("start", 200)
              + step.count("start", 409)
              + step.count("cancel", 204)
              + step.count("cancel", 409);
      table.row(
          number,
          "%.0f".formatted(step.callsASecond()),
          "%.0f".formatted(step.millis().median()),
          "%.0f".formatted(step.millis().quantile(0.99)),
          step.count("start", 200),
          step.count("start", 409),
          step.count("cancel", 204),
          step.count("cancel", 409),
          step.counted().size() - known,
          orders.size(),
          sideBySide);
    }
    return growth;
  }

  private static List<Answered> starts(Step step) {
    return step.all().stream()
        .filter(call -> call.name().equals("start"))
        .map(Step.Call::answered)
        .toList();
  }

  private void turn(List<String> participants, int caller, int turn, Queue<Step.Call> calls) {
    String participant = participants.get(caller % participants.size());
    Gateway one = gateways.inTurn(caller + turn);
    Gateway another = gateways.inTurn(caller + turn + 1);
    calls.add(new Step.Call("start", one.start(participant)));
    calls.add(new Step.Call("cancel", another.cancel(participant)));
  }
}
