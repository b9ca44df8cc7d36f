package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.benchmarks.callers.Gateway;
import com.enterprisesigning.benchmarks.callers.People;
import com.enterprisesigning.benchmarks.report.Budget;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;

/** Callers that each register, start, collect once and cancel, for a new person every time. */
final class ManyPeople {
  private final Gateways gateways;
  private final People people;

  ManyPeople(Gateways gateways, People people) {
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
            "start p50, ms",
            "start p99, ms",
            "not answered 2xx");
    List<Step> steps = new ArrayList<>();
    long allOthers = 0;
    for (int callers : numbers) {
      Step step = step(callers);
      long others = step.counted().stream().filter(it -> it.answered().status() / 100 != 2).count();
      table.row(
          callers,
          "%.0f".formatted(step.callsASecond()),
          "%.0f".formatted(step.millis().median()),
          "%.0f".formatted(step.millis().quantile(0.99)),
          "%.0f".formatted(step.millis("start").median()),
          "%.0f".formatted(step.millis("start").quantile(0.99)),
          others);
      steps.add(step);
      allOthers += others;
    }
    report.add("### Many people, one per caller: register, start, collect, cancel\n\n" + table);
    report.add(Budget.reported("many people at once", Step.summary(steps)));
    report.add(Budget.none("calls for many people not answered 2xx", allOthers));
  }

  /** Measures this number of callers. */
  Step step(int callers) throws Exception {
    return Step.of(
        callers,
        (caller, turn, calls) -> {
          Gateway gateway = gateways.inTurn(caller + turn);
          Answered registered = gateway.register(people.next());
          calls.add(new Step.Call("register", registered));
          if (registered.status() == 201) {
            String participant = registered.participant();
            calls.add(new Step.Call("start", gateway.start(participant)));
            calls.add(new Step.Call("collect", gateway.collect(participant)));
            calls.add(new Step.Call("cancel", gateway.cancel(participant)));
          }
        });
  }
}
