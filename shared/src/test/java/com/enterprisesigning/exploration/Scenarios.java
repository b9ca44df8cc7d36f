package com.enterprisesigning.exploration;

import static com.enterprisesigning.exploration.Call.Kind.CANCEL;
import static com.enterprisesigning.exploration.Call.Kind.COLLECT;
import static com.enterprisesigning.exploration.Call.Kind.FOLLOW_UP;
import static com.enterprisesigning.exploration.Call.Kind.PHONE;
import static com.enterprisesigning.exploration.Call.Kind.START_A;
import static com.enterprisesigning.exploration.Call.Kind.START_B;
import static com.enterprisesigning.exploration.Call.Kind.START_KEYED;
import static com.enterprisesigning.exploration.Call.Kind.WITHDRAW;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chooses which calls are made concurrently. */
final class Scenarios {
  private static final List<Call> CALLS =
      List.of(
          Call.of(START_A),
          Call.of(START_B),
          Call.of(PHONE),
          Call.of(COLLECT),
          Call.of(CANCEL),
          Call.of(FOLLOW_UP));

  private static final List<Call> CALLS_OF_THE_OTHER =
      List.of(
          Call.of(START_A, Call.Who.P2),
          Call.of(START_B, Call.Who.P2),
          Call.of(PHONE, Call.Who.P2),
          Call.of(COLLECT, Call.Who.P2),
          Call.of(CANCEL, Call.Who.P2));

  private static final List<Call> RARE_CALLS = List.of(Call.of(START_KEYED), Call.of(WITHDRAW));

  private Scenarios() {}

  /** Returns every pair of calls, for one participant or for two participants of one person. */
  static List<Scenario> pairs(Situation situation, Bounds bounds) {
    List<Scenario> pairs = new ArrayList<>();
    List<Call> partners = new ArrayList<>(CALLS);
    partners.addAll(RARE_CALLS);
    for (int i = 0; i < partners.size(); i++) {
      Call one = partners.get(i);
      for (Call other : partners.subList(i, partners.size())) {
        pairs.add(Scenario.of(situation, List.of(one, other), bounds));
      }
      for (Call other : CALLS_OF_THE_OTHER) {
        pairs.add(Scenario.of(situation, List.of(one, other), bounds));
      }
    }
    return pairs;
  }

  /** Returns a few pairs in which each of {@code CALLS} occurs. */
  static List<Scenario> chosenPairs(Situation situation, Bounds bounds) {
    return List.of(
        Scenario.of(situation, List.of(Call.of(START_A), Call.of(START_B)), bounds),
        Scenario.of(situation, List.of(Call.of(PHONE), Call.of(CANCEL)), bounds),
        Scenario.of(situation, List.of(Call.of(COLLECT), Call.of(FOLLOW_UP)), bounds),
        Scenario.of(situation, List.of(Call.of(COLLECT), Call.of(START_B, Call.Who.P2)), bounds));
  }

  /** Returns every combination of three calls, one of which may be for the other participant. */
  static List<Scenario> triples(Situation situation, Bounds bounds) {
    List<Scenario> triples = new ArrayList<>();
    for (int i = 0; i < CALLS.size(); i++) {
      for (int j = i; j < CALLS.size(); j++) {
        List<Call> thirds = new ArrayList<>(CALLS.subList(j, CALLS.size()));
        thirds.add(CALLS_OF_THE_OTHER.getFirst());
        for (Call third : thirds) {
          triples.add(Scenario.of(situation, List.of(CALLS.get(i), CALLS.get(j), third), bounds));
        }
      }
    }
    return triples;
  }

  /**
   * Returns three random calls in a random situation, with up to four disturbances. The same seed
   * gives the same scenario.
   */
  static Scenario byChance(long seed) {
    Random random = new Random(seed);
    List<Situation> situations = List.of(Situation.values());
    List<Call.Kind> kinds = List.of(Call.Kind.values());
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Call.Kind kind = kinds.get(random.nextInt(kinds.size()));
      calls.add(Call.of(kind, random.nextInt(3) == 0 ? Call.Who.P2 : Call.Who.P1));
    }
    return new Scenario(
        situations.get(random.nextInt(situations.size())),
        calls,
        random.nextBoolean(),
        random.nextInt(8) > 0,
        Bounds.of(random.nextInt(5)));
  }
}
