package com.enterprisesigning.exploration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Checks invariants 1 to 6, and that each answer can be explained ({@code
 * docs/correctness.md#the-invariants}). Tries every order of the steps of two or three calls, in
 * every situation. {@code target/exploration.txt} has the counts.
 *
 * <p>To explore more: {@code ./mvnw test -pl shared -Dtest=ExplorationTest -Dexplore=all}. With
 * {@code -Ddisturbances=2}, each schedule has two disturbances.
 */
class ExplorationTest {
  private static final boolean ALL = System.getProperty("explore", "").equals("all");
  private static final int DISTURBANCES = Integer.getInteger("disturbances", 1);

  @Test
  void twoCalls_inEveryOrder() {
    Counts counts =
        Exploration.explore(
            "Two calls, undisturbed", everywhere(of -> Scenarios.pairs(of, Bounds.of(0))));

    assertTrue(counts.states() > 100_000, counts::toString);
  }

  @Tag("thorough")
  @Test
  void twoCalls_inEveryOrder_whateverHappensBetweenTheirSteps() {
    Bounds disturbed = Bounds.of(DISTURBANCES);
    Counts counts =
        Exploration.explore(
            "Two calls, and " + DISTURBANCES + " disturbance(s)",
            everywhere(
                of -> ALL ? Scenarios.pairs(of, disturbed) : Scenarios.chosenPairs(of, disturbed)));

    assertTrue(counts.states() > 100_000, counts::toString);
  }

  @Tag("thorough")
  @Test
  void threeCalls_inEveryOrderOfTwoPreemptions() {
    Bounds bounds = Bounds.of(0, ALL ? 4 : 2);
    Counts counts =
        Exploration.explore(
            "Three calls, " + bounds.preemptions().getAsInt() + " preemptions",
            everywhere(of -> Scenarios.triples(of, bounds)).stream()
                .filter(scenario -> ALL || !scenario.killsBoth())
                .toList());

    assertTrue(counts.states() > 100_000, counts::toString);
  }

  /**
   * Returns each scenario with a BankID that ends both of two orders, and with a BankID that does
   * not. With the second BankID, there are also scenarios whose signatures do not verify. Three
   * calls meet the first BankID only at random ({@link WalksTest}), or with {@code -Dexplore=all}.
   */
  private static List<Scenario> everywhere(Function<Situation, List<Scenario>> scenarios) {
    return Stream.of(Situation.values())
        .flatMap(situation -> scenarios.apply(situation).stream())
        .flatMap(scenario -> Stream.of(scenario, scenario.killingBoth(), scenario.notVerifying()))
        .filter(scenario -> scenario.verifies() || scenario.situation().hasSignature())
        .toList();
  }
}
