package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.benchmarks.callers.People;
import com.enterprisesigning.benchmarks.report.Budget;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Table;
import com.enterprisesigning.local.blackbox.JournalOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * One person for whom every caller starts and cancels, each call at another process. The person has
 * two participants, as if two partners that do not know of each other had registered one each.
 */
final class OnePerson {
  private final Gateways gateways;
  private final People people;

  OnePerson(Gateways gateways, People people) {
    this.gateways = gateways;
    this.people = people;
  }

  /** Measures each number of callers, and adds the results to the report. */
  void measure(Report report, List<Integer> numbers) throws Exception {
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
    List<Step> steps = new ArrayList<>();
    long allSideBySide = 0;
    for (int callers : numbers) {
      String person = people.next();
      Step step = step(person, callers);
      List<JournalOrder> orders = gateways.orders(person);
      long sideBySide = SideBySide.count(orders, step.starts());
      long started = step.count("start", 200);
      long notStarted = step.count("start", 409);
      long cancelled = step.count("cancel", 204);
      long notCancelled = step.count("cancel", 409);
      table.row(
          callers,
          "%.0f".formatted(step.callsASecond()),
          "%.0f".formatted(step.millis().median()),
          "%.0f".formatted(step.millis().quantile(0.99)),
          started,
          notStarted,
          cancelled,
          notCancelled,
          step.counted().size() - started - notStarted - cancelled - notCancelled,
          orders.size(),
          sideBySide);
      steps.add(step);
      allSideBySide += sideBySide;
    }
    report.add(
        """
        ### One person: all callers start and cancel, each call at another process

        The simulator, unlike BankID, lets a second order run beside the first, so its journal shows every second order.
        If a start ended its own order and then answered 409, nobody ever saw that order, and it does not count as side by side.

        """
            + table);
    report.add(
        Budget.reported(
            "one person from %d processes".formatted(gateways.size()), Step.summary(steps)));
    report.add(Budget.none("orders of one person side by side", allSideBySide));
  }

  private Step step(String person, int callers) throws Exception {
    List<String> participants =
        List.of(
            gateways.inTurn(0).register(person).participant(),
            gateways.inTurn(0).register(person).participant());
    return Step.of(
        callers,
        (caller, turn, calls) -> {
          String participant = participants.get(caller % participants.size());
          Gateway one = gateways.inTurn(caller + turn);
          Gateway another = gateways.inTurn(caller + turn + 1);
          calls.add(new Step.Call("start", one.start(participant)));
          calls.add(new Step.Call("cancel", another.cancel(participant)));
        });
  }
}
