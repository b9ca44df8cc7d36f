package com.enterprisesigning.benchmarks.report;

import java.text.DecimalFormat;

/**
 * A performance budget and the measured figure. See {@code docs/performance.md#budgets}.
 *
 * @param verdict whether the budget is met, or by how much it is missed
 */
public record Budget(String what, String budget, String measured, String verdict) {

  /**
   * Returns the budget of a figure that may not exceed a limit.
   *
   * @param where the source of the figure, such as the worst function
   */
  public static Budget atMost(
      String what, double limit, String unit, double measured, String where) {
    return new Budget(
        what,
        "at most %s%s".formatted(new DecimalFormat("0.##").format(limit), unit),
        "%.2f%s, %s".formatted(measured, unit, where),
        measured <= limit
            ? "met"
            : "missed by %.2f%s (%.0f %%)"
                .formatted(measured - limit, unit, 100 * (measured / limit - 1)));
  }

  /** Returns the budget of something that must not happen. */
  public static Budget none(String what, long measured) {
    return new Budget(
        what, "0", String.valueOf(measured), measured == 0 ? "met" : "missed: not as budgeted");
  }

  /** Returns the entry of a figure that has no limit and is only reported. */
  public static Budget reported(String what, String measured) {
    return new Budget(what, "reported", measured, "");
  }
}
