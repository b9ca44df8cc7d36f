package com.enterprisesigning.mutation;

import java.util.List;

/** Mutants of the conditions under which a process is registered and withdrawn. */
final class DynamoDbProcessesMutants {
  private static final String FILE = "dynamodb.DynamoDbProcesses";

  static final MutantList LIST =
      new MutantList(
          "DynamoDbProcesses",
          new JUnitCheck("dynamodb.DynamoDbLocalTest"),
          List.of(
              of(
                  "register: id taken",
                  "a process is overwritten",
                  "ProcessItems.draft(process, keptUntil), \"attribute_not_exists(#pk)\"",
                  "ProcessItems.draft(process, keptUntil), \"\""),
              new Mutant(
                  "register: participant id taken",
                  "a participant is overwritten",
                  List.of(
                      new Edit(
                          FILE,
                          "ParticipantItems.draft(details, keptUntil),"
                              + " \"attribute_not_exists(#pk)\"",
                          "ParticipantItems.draft(details, keptUntil), \"\""),
                      new Edit(
                          FILE,
                          "SigningItems.created(details, keptUntil), \"attribute_not_exists(#pk)\"",
                          "SigningItems.created(details, keptUntil), \"\""))),
              of(
                  "register: whichever refuses",
                  "a participant that stands there passes for the process",
                  ".filter(item -> refusal.change() == 0)",
                  ""),
              of(
                  "withdraw: only what is there",
                  "a stub is made up for what is gone",
                  "\"attribute_exists(#pk)\"",
                  "\"attribute_exists(#pk) OR attribute_not_exists(#pk)\""),
              of(
                  "withdraw: all or nothing",
                  "nothing is withdrawn where a part is gone",
                  "if (!changes.isEmpty() && table.transact(changes)",
                  "if (changes == null && table.transact(changes)"),
              of(
                  "withdraw: the wrong ones",
                  "what is there is left out in place of what is gone",
                  ".sorted(Comparator.reverseOrder())",
                  ".sorted()"),
              of(
                  "withdraw: the process alone",
                  "no signing is marked",
                  "process.participantIds().forEach(id -> changes.add(withdrawn("
                      + "Keys.signing(id))));",
                  "")));

  private DynamoDbProcessesMutants() {}

  private static Mutant of(String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, FILE, text, replacement);
  }
}
