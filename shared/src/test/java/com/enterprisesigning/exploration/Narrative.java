package com.enterprisesigning.exploration;

import java.util.List;

/** Describes a schedule step by step. */
final class Narrative {
  private static final int LONGEST = 100;

  private Narrative() {}

  static String of(Scenario scenario, List<Integer> path) {
    StringBuilder text = new StringBuilder();
    State state = scenario.begin();
    for (int index : path) {
      Choice choice = state.choices().get(index);
      text.append("  ").append(told(state, choice));
      try {
        state = state.after(choice);
      } catch (Violation e) {
        return text.append(" -> ").append(e.getMessage()).toString();
      }
      if (choice instanceof Choice.Let(int caller, Fate fate)) {
        Caller moved = state.callers().get(caller);
        if (!moved.replies().isEmpty()) {
          text.append(" -> ").append(brief(moved.replies().getLast().text()));
        }
        moved.end().ifPresent(end -> text.append("\n    = ").append(end));
      }
      text.append('\n');
    }
    return text.append("  table: ").append(state.world().guard()).toString();
  }

  /** Shortens a record. Its beginning shows what kind of answer it was. */
  private static String brief(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String told(State state, Choice choice) {
    if (!(choice instanceof Choice.Let(int index, Fate fate))) {
      return choice.toString();
    }
    Caller caller = state.callers().get(index);
    String step = caller.next().map(Step::name).orElse("begins");
    return caller.name()
        + " "
        + caller.call()
        + ": "
        + step
        + (fate == Fate.GOES_ON ? "" : " " + fate);
  }
}
