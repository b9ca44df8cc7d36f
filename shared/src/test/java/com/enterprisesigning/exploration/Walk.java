package com.enterprisesigning.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** One random schedule of a scenario. The same seed gives the same schedule. */
final class Walk {
  /** The percentage of steps at which a disturbance is tried. */
  private static final int DISTURBED = 12;

  private final Scenario scenario;
  private final Person person;
  private final List<Integer> path;
  private final State end;
  private final Random random;

  private Walk(Scenario scenario, State beginning, long seed) {
    this.scenario = scenario;
    this.person = Beginnings.of(beginning);
    this.path = new ArrayList<>();
    this.random = new Random(seed);
    this.end =
        holding(() -> {
          State state = beginning;
          while (!state.isOver()) {
            List<Choice> choices = state.choices();
            int index = choose(choices);
            path.add(index);
            state = state.after(choices.get(index));
          }
          return state;
        });
  }

  /** Walks until every call is done. */
  static Walk from(Scenario scenario, State beginning, long seed) {
    return new Walk(scenario, beginning, seed);
  }

  State end() {
    return end;
  }

  /** Checks only that the answers can be explained: an ending branches, and some tables cannot. */
  State explained() {
    return holding(() -> {
      explain();
      return end;
    });
  }

  /** Checks that the answers can be explained, and checks one of the endings. */
  State toTheEnd() {
    List<Ending> endings = List.of(Ending.values());
    Ending ending = endings.get(random.nextInt(endings.size()));
    return holding(() -> {
      explain();
      ending.hold(end.calm());
      return end;
    });
  }

  /**
   * Explains the answers if there was at most one disturbance. The specification does not say what
   * several faults at once may do to an answer.
   */
  private void explain() {
    if (scenario.bounds().disturbances() <= 1) {
      Explanation.find(person, end);
    }
  }

  private <T> T holding(Supplier<T> part) {
    try {
      return part.get();
    } catch (Violation e) {
      throw new FoundViolation(scenario, path, e);
    }
  }

  private int choose(List<Choice> choices) {
    boolean isDisturbed = random.nextInt(100) < DISTURBED;
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).isDisturbance() == isDisturbed) {
        wanted.add(i);
      }
    }
    return wanted.isEmpty()
        ? random.nextInt(choices.size())
        : wanted.get(random.nextInt(wanted.size()));
  }
}
