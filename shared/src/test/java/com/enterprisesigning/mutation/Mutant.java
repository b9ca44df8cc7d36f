package com.enterprisesigning.mutation;

import java.util.List;

/**
 * The source with something taken away from it.
 *
 * @param name the method or the rule, a colon, and what is changed about it; unique in its list
 * @param takenAway what the mutant lacks or does wrong
 */
record Mutant(String name, String takenAway, List<Edit> edits) {
  Mutant {
    edits = List.copyOf(edits);
  }

  /** Returns the source as it is. */
  static Mutant none() {
    return new Mutant("none", "nothing", List.of());
  }

  /** Returns the part of the name before the colon. */
  String method() {
    return name.replaceFirst(":.*", "");
  }

  /** Returns a mutant with a single edit. */
  static Mutant of(String name, String takenAway, String file, String text, String replacement) {
    return new Mutant(name, takenAway, List.of(new Edit(file, text, replacement)));
  }
}
