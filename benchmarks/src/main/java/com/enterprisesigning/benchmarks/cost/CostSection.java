package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.benchmarks.report.Budget;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import com.enterprisesigning.benchmarks.report.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Round trips, capacity units and BankID calls, for each call and for a whole signing. */
public final class CostSection implements Section {

  @Override
  public void measure(Report report) throws Exception {
    try (MeteredRun run = new MeteredRun()) {
      List<Asked> calls = EachCall.of(run);
      report.add(
          """
          ## Round trips and capacity units

          Units as DynamoDB Local reports them; *billed* follows AWS's documentation where that differs: each item of a
          transaction is rounded up to a KB separately and counts twice, and a write whose condition fails counts as a
          write of the existing item. The sizes are those of the items in the table.

          """
              + table(calls));
      budgets(calls).forEach(report::add);
      tellSigning(report, OneSigning.of(run));
    }
  }

  private static void tellSigning(Report report, OneSigning signing) throws Exception {
    Table table = heads("number");
    signing.asked().forEach(it -> row(table, it.times(), it));
    row(table, "", signing.sum());
    Asked sum = signing.sum();
    String price = Price.ofAMillion(sum.table());
    report.add(
        """
        ### One whole signing

        Registered with one participant and 2 KB of text, started, polled every 1.5 s for %d polls, signed, its
        evidence read once: %d requests of the API. The start sends %d messages in %d request%s of SQS.

        %s
        %s List prices of us-east-1.
        """
            .formatted(
                signing.requests() - 3,
                signing.requests(),
                signing.messages(),
                signing.sends(),
                signing.sends() == 1 ? "" : "s",
                table,
                price));
    report.add(
        Budget.told(
            "capacity units of one whole signing",
            "%.0f written (%.0f as reported), %.0f read"
                .formatted(sum.table().billedWrite(), sum.table().write(), sum.table().read())));
    report.add(
        Budget.told(
            "DynamoDB, a million signings", price.replaceAll(".*\\*\\*(.*)\\*\\*.*", "$1")));
  }

  private static Table table(List<Asked> calls) {
    Table table = heads();
    calls.forEach(call -> row(table, null, call));
    return table;
  }

  private static Table heads(String... more) {
    return new Table(
        Stream.concat(
                Stream.concat(Stream.of("call"), Arrays.stream(more)),
                Stream.of("DynamoDB", "read units", "write units", "billed", "BankID"))
            .toArray(String[]::new));
  }

  private static void row(Table table, Object number, Asked asked) {
    Object[] cells = {
      asked.what(),
      number,
      asked.table().calls(),
      asked.table().read(),
      asked.table().write(),
      asked.table().billedWrite(),
      asked.bankId()
    };
    table.row(Arrays.stream(cells).filter(Objects::nonNull).toArray());
  }

  /** Returns the budgets for round trips, which use the names that the calls have here. */
  private static List<Budget> budgets(List<Asked> calls) {
    return List.of(
        Budget.exactly(
            "DynamoDB round trips: start, phone; blocked; conflict",
            "3, 3; 2; 4",
            told(
                calls,
                it -> it.table().calls(),
                "%d, %d; %d; %d",
                "start",
                "start/phone",
                "start in a block",
                "start that meets a live order, from another IP")),
        Budget.exactly(
            "DynamoDB round trips: collect unchanged, completion; cancel",
            "1, 4; 4",
            told(
                calls,
                it -> it.table().calls(),
                "%d, %d; %d",
                "collect, nothing has changed",
                "collect that finds the signature",
                "cancel of a live order")),
        Budget.exactly(
            "BankID calls: start, collect, coalesced collect, blocked start, conflict",
            "1, 1, 0, 0, 2",
            told(
                calls,
                Asked::bankId,
                "%d, %d, %d, %d, %d",
                "start",
                "collect, nothing has changed",
                "collect, asked less than 1.8 s ago",
                "start in a block",
                "start that meets a live order, from another IP")));
  }

  private static String told(
      List<Asked> calls, ToIntFunction<Asked> figure, String as, String... names) {
    var figures =
        calls.stream().collect(Collectors.toMap(Asked::what, it -> figure.applyAsInt(it)));
    return as.formatted(Arrays.stream(names).map(figures::get).toArray());
  }
}
