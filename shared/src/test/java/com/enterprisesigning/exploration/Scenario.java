package com.enterprisesigning.exploration;

import com.enterprisesigning.signing.InMemoryTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Concurrent calls in a situation. The name describes all of it, and {@link #named} reads it back.
 *
 * @param killsBoth whether BankID ends both of a person's orders when a second one is created
 * @param verifies whether signatures verify
 */
record Scenario(
    Situation situation, List<Call> calls, boolean killsBoth, boolean verifies, Bounds bounds) {
  private static final String KILLS_BOTH = "kills-both";
  private static final String DOES_NOT_VERIFY = "does-not-verify";

  Scenario {
    calls = List.copyOf(calls);
  }

  static Scenario of(Situation situation, List<Call> calls, Bounds bounds) {
    return new Scenario(situation, calls, false, true, bounds);
  }

  /** Parses a {@link #name}, such as {@code SIGNED/COLLECT:P1+START_B:P2/kills-both/1}. */
  static Scenario named(String name) {
    List<String> parts = Arrays.asList(name.split("/", -1));
    return new Scenario(
        Situation.valueOf(parts.get(0)),
        Arrays.stream(parts.get(1).split("\\+", -1)).map(Call::named).toList(),
        parts.contains(KILLS_BOTH),
        !parts.contains(DOES_NOT_VERIFY),
        Bounds.named(parts.getLast()));
  }

  String name() {
    List<String> parts = new ArrayList<>();
    parts.add(situation.name());
    parts.add(calls.stream().map(Call::name).collect(Collectors.joining("+")));
    if (killsBoth) {
      parts.add(KILLS_BOTH);
    }
    if (!verifies) {
      parts.add(DOES_NOT_VERIFY);
    }
    parts.add(bounds.name());
    return String.join("/", parts);
  }

  Scenario killingBoth() {
    return new Scenario(situation, calls, true, verifies, bounds);
  }

  Scenario notVerifying() {
    return new Scenario(situation, calls, killsBoth, false, bounds);
  }

  State begin() {
    return begin(new InMemoryStore(new InMemoryTable()));
  }

  /** Begins the same scenario on another table, which must be empty. */
  State begin(Store store) {
    List<Caller> callers = new ArrayList<>();
    for (Call call : calls) {
      callers.add(Caller.of("c" + (callers.size() + 1), call));
    }
    return situation.play(Beginning.of(store, killsBoth, verifies)).state().with(callers, bounds);
  }

  @Override
  public String toString() {
    return name();
  }
}
