package com.enterprisesigning.mutation;

/**
 * A condition expression in an adapter. DynamoDB refuses an expression that leaves a value unused,
 * so a clause is not cut out: it is made always or never true.
 *
 * @param method that writes it
 * @param source where it stands, as much of it as is needed to tell it from others
 */
record Condition(String file, String method, String source) {

  /** Without a clause of a conjunction. */
  Mutant without(String clause, String takenAway) {
    return mutant(
        "without " + clause, takenAway, clause, "NOT (%s AND NOT (%s))".formatted(clause, clause));
  }

  /** Without a clause of a disjunction. */
  Mutant never(String clause, String takenAway) {
    return mutant(
        "never " + clause, takenAway, clause, "%s AND NOT (%s)".formatted(clause, clause));
  }

  /** With another clause in its place. */
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
