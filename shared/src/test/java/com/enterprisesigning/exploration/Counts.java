package com.enterprisesigning.exploration;

import java.util.EnumMap;
import java.util.Map;

/** How much was explored. */
final class Counts {
  private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
  private double schedules;
  private long states;
  private long again;
  private long steps;
  private long turns;
  private long acts;

  void schedules(double number) {
    schedules = number;
  }

  void state() {
    states++;
  }

  void metAgain() {
    again++;
  }

  void made(Choice choice) {
    steps++;
    switch (choice) {
      case Choice.Let(int caller, Fate fate) -> fates.merge(fate, 1L, Long::sum);
      case Choice.Turn turn -> turns++;
      case Choice.Phone phone -> acts++;
      default -> {}
    }
  }

  long states() {
    return states;
  }

  Counts plus(Counts other) {
    Counts sum = new Counts();
    fates.forEach((fate, number) -> sum.fates.merge(fate, number, Long::sum));
    other.fates.forEach((fate, number) -> sum.fates.merge(fate, number, Long::sum));
    sum.schedules = schedules + other.schedules;
    sum.states = states + other.states;
    sum.again = again + other.again;
    sum.steps = steps + other.steps;
    sum.turns = turns + other.turns;
    sum.acts = acts + other.acts;
    return sum;
  }

  @Override
  public String toString() {
    return "%,.0f schedules, by %,d states and %,d steps (%,d led to a state met before); %s; %,d turns of the clock, %,d acts on the phone"
        .formatted(schedules, states, steps, again, fates, turns, acts);
  }
}
