package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.People;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import java.util.List;
import java.util.Map;

/** Measures many people at once, and one person at once, with a growing number of callers. */
public final class ContentionSection implements Section {
  private static final int PROCESSES = 3;
  private static final List<Integer> CALLERS = List.of(1, 2, 4, 8, 16, 32, 64);

  /**
   * Lets both orders of a person run, so that the journal shows every second order. BankID would
   * end both.
   */
  private static final Map<String, String> BANKID = Map.of("SECOND_ORDER", "RUNS_BESIDE");

  @Override
  public void measure(Report report) throws Exception {
    People people = new People();
    try (Gateways gateways = Gateways.start(PROCESSES, BANKID)) {
      ManyPeople manyPeople = new ManyPeople(gateways, people);
      // Warm up, because a process has not compiled anything at its first calls.
      manyPeople.step(8);
      report.add(
          """
          ## Contention and scale

          %d gateways share one table; each row runs for 5 seconds, after 1 second of warm-up. **DynamoDB Local, the
          simulated BankID, the gateways (C1 only) and the callers share this machine's %d cores**. The machine is the
          bottleneck here, so no figure says anything about Lambda and DynamoDB; only the growth within the two tables
          is meaningful. A caller sends its next call as soon as it has an answer. Calls in flight when the time ends do
          not count.
          """
              .formatted(PROCESSES, Runtime.getRuntime().availableProcessors()));
      manyPeople.measure(report, CALLERS);
      new OnePerson(gateways, people).measure(report, CALLERS);
    }
  }
}
