package com.enterprisesigning.mutation;

/**
 * A condition expression in an adapter. DynamoDB rejects an expression that leaves a value unused.
 * A clause is therefore not removed, but made always or never true.
 *
 * @param method the method that makes the write
 * @param source the source text of the condition, long enough to be unique in the file
 */
record Condition(String file, String method, String source) {

  /** Returns a mutant without this clause of a conjunction. */
  Mutant without(String clause, String takenAway) {
    return mutant(
        "without " + clause, takenAway, clause, "NOT (%s AND NOT (%s))".formatted(clause, clause));
  }

  /** Returns a mutant without this clause of a disjunction. */
  Mutant never(String clause, String takenAway) {
    return mutant(
        "never " + clause, takenAway, clause, "%s AND NOT (%s)".formatted(clause, clause));
  }

  /** Returns a mutant with another clause in place of this one. */
  Mutant instead(String clause, String other, String takenAway) {
    return mutant(other + " instead of " + clause, takenAway, clause, other);
  }

  private Mutant mutant(String name, String takenAway, String clause, String replacement) {
    if (source.indexOf(clause) < 0 || source.indexOf(clause) != source.lastIndexOf(clause)) {
      throw new BrokenMutant("stands not once in the condition: " + clause);
    }
    return Mutant.of(
        method + ": " + name, takenAway, file, source, source.replace(clause, replacement));
  }
}
