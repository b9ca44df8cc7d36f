package com.enterprisesigning.benchmarks.report;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A table in Markdown. */
public final class Table {
  private final StringBuilder text = new StringBuilder();

  public Table(String... heads) {
    row((Object[]) heads);
    row(Arrays.stream(heads).map(_ -> "---").toArray());
  }

  /** Adds a row. Whole numbers are written without a fraction. */
  public void row(Object... cells) {
    text.append(
        Arrays.stream(cells).map(Table::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String cell(Object cell) {
    return cell instanceof Double number && number == Math.rint(number)
        ? String.valueOf(number.longValue())
        : String.valueOf(cell);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
