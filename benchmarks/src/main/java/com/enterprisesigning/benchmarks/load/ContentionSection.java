package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.People;
import com.enterprisesigning.benchmarks.report.Budget;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import java.util.List;
import java.util.Map;

/** Load from many people at once, and from one person at once, with more and more callers. */
public final class ContentionSection implements Section {
  private static final int PROCESSES = 3;
  private static final List<Integer> CALLERS = List.of(1, 2, 4, 8, 16, 32, 64);

  /**
   * Lets both orders run, so that the journal shows every call that made a second one. BankID would
   * end both.
   */
  private static final Map<String, String> BANKID = Map.of("SECOND_ORDER", "RUNS_BESIDE");

  @Override
  public void measure(Report report) throws Exception {
    People people = new People();
    try (Gateways gateways = Gateways.start(PROCESSES, BANKID)) {
      // Warm up: in its first calls a process has not compiled anything yet.
      Step.of(8, new ManyPeople(gateways, people)::turn);
      report.add(
          """
          ## Contention and scale

          %d gateways share one table; each row runs for 5 seconds, after 1 second of warm-up. **DynamoDB Local, the
          simulated BankID, the gateways (C1 only) and the callers share this machine's %d cores**. The machine is the
          bottleneck here, so no figure says anything about Lambda and DynamoDB; only the growth within the two tables
          is meaningful. A caller sends its next call as soon as it has an answer. Calls in flight when the time ends do
          not count.

          ### Many people, one per caller: register, start, collect, cancel
          """
              .formatted(PROCESSES, Runtime.getRuntime().availableProcessors()));
      Growth many = new ManyPeople(gateways, people).grow(CALLERS);
      report.add(many.toString());
      report.add(
          """
          ### One person: all callers start and cancel, each call at another process

          The simulator lets a second order run beside the first, which BankID would not, so its journal shows every
          second order. An order that its own start ended before answering 409 was never visible to anybody, and does
          not count as side by side.
          """);
      Growth one = new OnePerson(gateways, people).grow(CALLERS);
      report.add(one.toString());
      budgets(report, many, one);
    }
  }

  private static void budgets(Report report, Growth many, Growth one) {
    report.add(Budget.told("many people at once", many.summary()));
    report.add(Budget.exactly("calls for many people not answered 2xx", "0", "" + many.broken()));
    report.add(Budget.told("one person from %d processes".formatted(PROCESSES), one.summary()));
    report.add(Budget.exactly("orders of one person side by side", "0", "" + one.broken()));
  }
}
