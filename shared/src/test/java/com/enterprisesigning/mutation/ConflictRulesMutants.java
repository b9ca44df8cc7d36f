package com.enterprisesigning.mutation;

import java.util.List;

/** Of the 409 rules (design section 3). */
final class ConflictRulesMutants {
  private static final String RULES = "conflict.ConflictRules";

  static final MutantList LIST =
      new MutantList(
          "conflict rules",
          new JUnitCheck("conflict.ConflictRulesTest"),
          List.of(
              of(
                  "expiry: compared",
                  "a guard means something for ever",
                  ".filter(standing -> now.isBefore(standing.expiresAt()))",
                  ""),
              of(
                  "expiry: boundary",
                  "a guard still means something at its end",
                  "now.isBefore(standing.expiresAt())",
                  "!now.isAfter(standing.expiresAt())"),
              of(
                  "block: a block",
                  "a block lets every start in",
                  "new Blocked(block.expiresAt())",
                  "new Free()")));

  private ConflictRulesMutants() {}

  private static Mutant of(String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, RULES, text, replacement);
  }
}
