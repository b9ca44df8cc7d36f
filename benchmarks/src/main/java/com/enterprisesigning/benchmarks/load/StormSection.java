package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.People;
import com.enterprisesigning.benchmarks.report.Budget;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import com.enterprisesigning.benchmarks.report.Table;
import java.util.List;
import java.util.Map;

/**
 * Measures storms: many starts for one person at the same moment, on processes that have just
 * started and on warm ones. Each storm is for a new person.
 *
 * @param rounds how often each storm is repeated
 */
public record StormSection(int rounds) implements Section {
  private static final int PROCESSES = 2;
  private static final List<Integer> STARTS = List.of(50, 200);
  private static final List<Integer> IPS = List.of(10, 1);

  @Override
  public void measure(Report report) throws Exception {
    People people = new People();
    Table table = Storm.table();
    long failed = 0;
    for (int starts : STARTS) {
      for (int ips : IPS) {
        Storm cold = new Storm("just started", starts, ips);
        for (int round = 0; round < rounds; round++) {
          try (Gateways gateways = Gateways.start(PROCESSES, Map.of())) {
            cold.rage(gateways, people.next());
          }
        }
        cold.addTo(table);
        failed += cold.failed();
      }
    }
    try (Gateways gateways = Gateways.start(PROCESSES, Map.of())) {
      new ManyPeople(gateways, people).step(8);
      for (int starts : STARTS) {
        for (int ips : IPS) {
          Storm warm = new Storm("warm", starts, ips);
          for (int round = 0; round < rounds; round++) {
            warm.rage(gateways, people.next());
          }
          warm.addTo(table);
          failed += warm.failed();
        }
      }
    }
    report.add(
        """
        ### A storm: many starts for one person at the same moment

        %d gateways share one table; each storm is repeated %d times, each time for a new person. *Just started* processes
        have answered one registration.

        """
                .formatted(PROCESSES, rounds)
            + table);
    report.add(Budget.none("starts of a storm answered 5xx", failed));
  }
}
