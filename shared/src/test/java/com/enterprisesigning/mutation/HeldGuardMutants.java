package com.enterprisesigning.mutation;

import java.util.List;

/** Mutants of how a start gives way when another start is faster. */
final class HeldGuardMutants {
  private static final String FILE = "signing.HeldGuard";

  static final MutantList LIST =
      new MutantList(
          "HeldGuard",
          new JUnitCheck("signing.OvertakenStartTest"),
          List.of(
              of(
                  "overtaken: never at a slot",
                  "a start takes the slot that another start has left",
                  "case Ruling.Free free -> standing instanceof Guard.Slot;",
                  "case Ruling.Free free -> false;"),
              of(
                  "overtaken: never to a newer start",
                  "a start ends the start that took the slot",
                  "conflict.kind() == Ruling.Conflict.Kind.SAME_IP && ",
                  "false && "),
              of(
                  "overtaken: though a block is due",
                  "starts from two IPs leave no block",
                  "conflict.kind() == Ruling.Conflict.Kind.SAME_IP && ",
                  ""),
              of(
                  "overtaken: to the start that it met",
                  "a start leaves the order alone that it met as a lease",
                  " && !standing.holder().token().equals(seen.holder().token())",
                  ""),
              of(
                  "overtaken: reads again",
                  "a start reads and reserves again although it knows the guard",
                  "new Round.Met(standing)",
                  "new Round.Again()")));

  private HeldGuardMutants() {}

  private static Mutant of(String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, FILE, text, replacement);
  }
}
