package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.benchmarks.report.Budget;
import com.enterprisesigning.benchmarks.report.Report;
import com.enterprisesigning.benchmarks.report.Section;
import com.enterprisesigning.benchmarks.report.Table;
import com.enterprisesigning.local.dynamodb.Capacity;

/**
 * Measures the DynamoDB calls, capacity units and price of a whole signing. {@code RoundTripsTest}
 * checks the calls and units of each call.
 */
public final class CostSection implements Section {
  /** On-demand list prices of us-east-1, in USD per unit. */
  private static final double WRITE = 0.625 / 1e6;

  private static final double READ = 0.125 / 1e6;

  @Override
  public void measure(Report report) throws Exception {
    OneSigning signing;
    try (MeteredRun run = new MeteredRun()) {
      signing = OneSigning.of(run);
    }
    Table table = new Table("call", "number", "DynamoDB", "read units", "write units", "billed");
    signing.asked().forEach(it -> row(table, it.what(), it.times(), it.table()));
    Capacity sum = signing.asked().stream().map(Asked::table).reduce(Capacity::plus).orElseThrow();
    row(table, "**sum**", "", sum);
    report.add(
        """
        ## One whole signing

        Registered with one participant and 2 KB of text, started, polled every 1.5 s until it is signed, its evidence
        read once: %d requests of the API. The start sends %d messages in %d request(s) of SQS.

        Units as DynamoDB Local reports them; *billed* follows AWS's documentation where that differs: each item of a
        transaction is rounded up to a KB separately and counts twice, and a write whose condition fails counts as a
        write of the existing item. The sizes are those of the items in the table.

        %s
        """
            .formatted(signing.requests(), signing.messages(), signing.sends(), table));
    report.add(
        Budget.reported(
            "capacity units of one whole signing",
            "%.0f written (%.0f as reported), %.0f read"
                .formatted(sum.billedWrite(), sum.write(), sum.read())));
    report.add(
        Budget.reported(
            "DynamoDB, a million signings",
            "%.2f USD".formatted(1e6 * (sum.billedWrite() * WRITE + sum.read() * READ))));
  }

  private static void row(Table table, String what, Object number, Capacity capacity) {
    table.row(
        what, number, capacity.calls(), capacity.read(), capacity.write(), capacity.billedWrite());
  }
}
