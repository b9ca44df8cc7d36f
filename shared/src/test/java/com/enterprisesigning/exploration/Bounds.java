package com.enterprisesigning.exploration;

import java.util.List;
import java.util.OptionalInt;

/**
 * How much a schedule may still do.
 *
 * @param disturbances the number of faults, deaths, turns of the clock and acts on the phone
 * @param preemptions the number of switches away from a call that could go on; unbounded if absent
 * @param last the caller that made the last step
 */
record Bounds(int disturbances, OptionalInt preemptions, OptionalInt last) {

  static Bounds of(int disturbances) {
    return new Bounds(disturbances, OptionalInt.empty(), OptionalInt.empty());
  }

  static Bounds of(int disturbances, int preemptions) {
    return new Bounds(disturbances, OptionalInt.of(preemptions), OptionalInt.empty());
  }

  /** Parses {@code 2}, or {@code 2,1} with a bound on preemptions. */
  static Bounds named(String name) {
    String[] numbers = name.split(",", -1);
    int disturbances = Integer.parseInt(numbers[0]);
    return numbers.length == 1 ? of(disturbances) : of(disturbances, Integer.parseInt(numbers[1]));
  }

  String name() {
    return disturbances + (preemptions.isPresent() ? "," + preemptions.getAsInt() : "");
  }

  boolean lets(int caller, List<Caller> callers) {
    return preemptions.isEmpty() || preemptions.getAsInt() > 0 || !preempts(caller, callers);
  }

  private boolean preempts(int caller, List<Caller> callers) {
    return last.isPresent()
        && last.getAsInt() != caller
        && callers.get(last.getAsInt()).isUnderWay();
  }

  Bounds after(Choice choice, List<Caller> callers) {
    int left = disturbances - (choice.isDisturbance() ? 1 : 0);
    if (preemptions.isEmpty() || !(choice instanceof Choice.Let(int caller, Fate fate))) {
      return new Bounds(left, preemptions, last);
    }
    int turns = preemptions.getAsInt() - (preempts(caller, callers) ? 1 : 0);
    return new Bounds(left, OptionalInt.of(turns), OptionalInt.of(caller));
  }

  void describe(StringBuilder text) {
    text.append(disturbances).append(preemptions).append(preemptions.isPresent() ? last : "");
  }
}
