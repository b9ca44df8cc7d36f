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
                  whole("process(process.id())", "ProcessItems.draft(process, keptUntil)"),
                  overwriting("process(process.id())", "ProcessItems.draft(process, keptUntil)")),
              new Mutant(
                  "register: participant id taken",
                  "a participant is overwritten",
                  List.of(
                      new Edit(
                          FILE,
                          whole(
                              "details(details.participantId())",
                              "ParticipantItems.draft(details, keptUntil)"),
                          overwriting(
                              "details(details.participantId())",
                              "ParticipantItems.draft(details, keptUntil)")),
                      new Edit(
                          FILE,
                          whole(
                              "signing(details.participantId())",
                              "SigningItems.created(details, keptUntil)"),
                          overwriting(
                              "signing(details.participantId())",
                              "SigningItems.created(details, keptUntil)")))),
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

  private static String whole(String key, String draft) {
    return "Change.Put.ifAbsent(Keys.%s, %s)".formatted(key, draft);
  }

  private static String overwriting(String key, String draft) {
    return """
    new Change.Put(Keys.%s, %s, "attribute_not_exists(#pk) OR attribute_exists(#pk)", Map.of())
    """
        .formatted(key, draft);
  }

  private static Mutant of(String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, FILE, text, replacement);
  }
}
