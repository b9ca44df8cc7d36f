package com.enterprisesigning.benchmarks.report;

/**
 * A performance budget and the measured figure. See {@code docs/performance.md#budgets}.
 *
 * @param verdict whether the budget is met, or by how much it is missed
 */
public record Budget(String what, String budget, String measured, String verdict) {
  private static final String MET = "met";

  /**
   * Returns the budget of a figure that may not exceed a limit.
   *
   * @param where the source of the figure, such as the worst function
   */
  public static Budget atMost(
      String what, double limit, String unit, double measured, String where) {
    return new Budget(
        what,
        "at most %s%s".formatted(plain(limit), unit),
        "%.2f%s, %s".formatted(measured, unit, where),
        measured <= limit
            ? MET
            : "missed by %.2f%s (%.0f %%)"
                .formatted(measured - limit, unit, 100 * (measured / limit - 1)));
  }

  /** Returns the budget of a figure that must equal the given one. */
  public static Budget exactly(String what, String budget, String measured) {
    return new Budget(
        what, budget, measured, budget.equals(measured) ? MET : "missed: not as budgeted");
  }

  /** Returns the entry of a figure that has no limit and is only reported. */
  public static Budget told(String what, String measured) {
    return new Budget(what, "reported", measured, "");
  }

  private static String plain(double limit) {
    return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
  }
}
