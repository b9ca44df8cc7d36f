package com.enterprisesigning.exploration;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Replays the schedule of a failure, which the failure's message gives: {@code ./mvnw test -pl
 * shared -Dtest=ReplayTest -Dreplay="SIGNED/COLLECT:P1+CANCEL:P1/1 0.3.1"}.
 */
class ReplayTest {
  @Test
  void schedule_holds() {
    String replay = System.getProperty("replay", "");
    assumeTrue(!replay.isEmpty(), "no schedule was given by -Dreplay");
    String[] parts = replay.split(" ", -1);
    Scenario scenario = Scenario.named(parts[0]);
    List<Integer> path = Arrays.stream(parts[1].split("\\.", -1)).map(Integer::valueOf).toList();

    System.out.println(Narrative.of(scenario, path));

    State beginning = scenario.begin();
    State state = beginning;
    for (int index : path) {
      state = state.after(state.choices().get(index));
    }
    Explanation.find(Beginnings.of(beginning), state);
    for (Ending ending : Ending.values()) {
      ending.hold(state.calm());
    }
  }
}
