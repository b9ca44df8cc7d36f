package com.enterprisesigning.exploration;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Plays the schedule of a failure again: {@code ./mvnw test -pl shared -Dtest=ReplayTest
 * -Dreplay="SIGNED/COLLECT:P1+CANCEL:P1/1 0.3.1"}, as the failure's message has it.
 */
class ReplayTest {
  @Test
  void schedule_holds() {
    String replay = System.getProperty("replay", "");
    assumeTrue(!replay.isEmpty(), "-Dreplay gives no schedule");
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
