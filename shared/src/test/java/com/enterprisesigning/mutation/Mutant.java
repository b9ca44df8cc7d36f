package com.enterprisesigning.mutation;

import java.util.List;

/**
 * The source with something taken away from it.
 *
 * @param name the method or the rule, a colon, and what of it; unique in its list
 * @param takenAway what the mutant does without, or does wrong
 */
public record Mutant(String name, String takenAway, List<Edit> edits) {
  public Mutant {
    edits = List.copyOf(edits);
  }

  /** The source as it stands. */
  static Mutant none() {
    return new Mutant("none", "nothing", List.of());
  }

  /** What the name says before its colon. */
  String method() {
    return name.replaceFirst(":.*", "");
  }

  /** One that takes a single edit. */
  public static Mutant of(
      String name, String takenAway, String file, String text, String replacement) {
    return new Mutant(name, takenAway, List.of(new Edit(file, text, replacement)));
  }
}
