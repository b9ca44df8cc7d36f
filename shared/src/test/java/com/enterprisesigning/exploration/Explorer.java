package com.enterprisesigning.exploration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tries every schedule of a scenario. A state that was reached before is not explored again. Its
 * future is the same, because the state includes all that the calls know and all that was seen. The
 * schedules that it stands for are counted all the same.
 */
final class Explorer {
  private final Map<Fingerprint, Double> schedulesFrom = new HashMap<>();
  private final Set<Fingerprint> ended = new HashSet<>();
  private final Deque<Integer> path = new ArrayDeque<>();
  private final Texts texts = new Texts();
  private final Scenario scenario;
  private final State beginning;
  private final Counts counts = new Counts();

  Explorer(Scenario scenario) {
    this.scenario = scenario;
    this.beginning = scenario.begin();
  }

  /**
   * Explores the whole scenario.
   *
   * @throws FoundViolation if an invariant does not hold, with the schedule
   */
  Counts explore() {
    counts.schedules(explore(beginning));
    return counts;
  }

  private double explore(State state) {
    Fingerprint fingerprint = state.fingerprint(texts);
    Double known = schedulesFrom.get(fingerprint);
    if (known != null) {
      counts.metAgain();
      return known;
    }
    counts.state();
    List<Choice> choices = state.choices();
    double schedules = 0;
    if (state.isOver()) {
      schedules++;
      held(() -> Explanation.find(Beginnings.of(beginning), state));
      end(state.calm());
    }
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      path.addLast(i);
      counts.made(choice);
      State[] next = new State[1];
      held(() -> next[0] = state.after(choice));
      schedules += explore(next[0]);
      path.removeLast();
    }
    schedulesFrom.put(fingerprint, schedules);
    return schedules;
  }

  /**
   * Checks the endings of a state in which all calls are done. They do not depend on how the calls
   * got there.
   */
  private void end(State state) {
    if (ended.add(state.fingerprint(texts))) {
      for (Ending ending : Ending.values()) {
        held(() -> ending.hold(state));
      }
    }
  }

  private void held(Runnable step) {
    try {
      step.run();
    } catch (Violation e) {
      throw new FoundViolation(scenario, List.copyOf(path), e);
    }
  }
}
