package com.enterprisesigning.mutation;

import java.util.List;

/**
 * Mutants of the conflict rules ({@code docs/architecture.md#the-conflict-rules}) that PIT does not
 * generate: one answer, one kind or one instant in place of another.
 */
final class ConflictRulesMutants {
  private static final String FILE = "conflict.ConflictRules";

  static final MutantList LIST =
      new MutantList(
          "ConflictRules",
          new JUnitCheck("conflict.ConflictRulesTest"),
          List.of(
              of(
                  "expiry: the last instant",
                  "a guard still means something at its end",
                  "now.isBefore(found.expiresAt())",
                  "!now.isAfter(found.expiresAt())"),
              of(
                  "slot: kind",
                  "another address at a slot counts as a mixed conflict",
                  "Conflict.Kind.DIFFERENT_IPS, block(slot",
                  "Conflict.Kind.MIXED, block(slot"),
              of(
                  "lease: repeated",
                  "F10: the same call again is no REQUEST_IN_PROGRESS",
                  "new InProgress(lease)",
                  "new KeyReused()"),
              of(
                  "live: repeated",
                  "F10: the same call again is no replay",
                  "new Replay(live)",
                  "new KeyReused()"),
              of(
                  "kind: phone",
                  "a second phone start is a mixed conflict",
                  "case PHONE -> Conflict.Kind.PHONE;",
                  "case PHONE -> Conflict.Kind.MIXED;"),
              of(
                  "same address: a block",
                  "the same address is blocked",
                  "new Guard.Slot(holder.withoutKey(), running.order(), incoming.token(),"
                      + " windowEnd)",
                  "block(running, incoming, windowEnd)"),
              of(
                  "block: holder",
                  "the block is the caller's in place of the killed start's",
                  "new Guard.Block(over.holder().withoutKey(),",
                  "new Guard.Block(incoming.withoutKey(),")));

  private ConflictRulesMutants() {}

  private static Mutant of(String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, FILE, text, replacement);
  }
}
