package com.enterprisesigning.mutation;

import java.util.List;

/** Mutants of the conditions under which a completion is stored. */
final class DynamoDbEvidencesMutants {
  private static final String FILE = "dynamodb.DynamoDbEvidences";

  private static final Condition COMPLETE =
      condition(
          "complete",
          """
          "#status <> :new_status AND "
              + (tokenStanding.isPresent()
                  ? "#token = :standing"
                  : "attribute_not_exists(#token)")
          """);
  private static final Condition OUTLIVE =
      condition("complete", "\"attribute_exists(#pk) AND #ttl <= :new_ttl\"");
  private static final Condition REJECT =
      condition("reject", "\"#token = :mine AND #status <> :complete\"");
  private static final Condition KEEP_BESIDE =
      condition("storeBeside", "\"attribute_not_exists(#pk) OR #stored_at = :mine\"");

  private static final Condition PERSON =
      condition(
          "participantsOf",
          """
          "#person_key = :key OR #person = :key"
              + " OR #personal_number = :number OR #signer = :number"
              + " OR #user.#personal_number = :number"
          """);
  private static final Condition STAMP =
      condition("stamp", "\"attribute_not_exists(#pk) OR #token = :mine\"");

  static final MutantList LIST =
      new MutantList(
          "DynamoDbEvidences",
          new JUnitCheck("dynamodb.DynamoDbLocalTest"),
          List.of(
              COMPLETE.without("#status <> :new_status", "COMPLETE is left for another signature"),
              of(
                  "complete: only what has not ended",
                  "F1: a signature is refused once its order counts as failed",
                  "\"#status <> :new_status AND \"",
                  "\"#status <> :new_status AND attribute_not_exists(#hint) AND \""),
              COMPLETE.without("#token = :standing", "F2: a newer attempt is displaced unseen"),
              COMPLETE.without(
                  "attribute_not_exists(#token)", "F2: an attempt is displaced unseen"),
              of(
                  "complete: the evidence alone",
                  "the signing is not written in the transaction",
                  "List<Change> essential = List.of(kept, complete);",
                  "List<Change> essential = List.of(kept);"),
              of(
                  "complete: the signing alone",
                  "COMPLETE stands without evidence",
                  "List<Change> essential = List.of(kept, complete);",
                  "List<Change> essential = List.of(complete, complete);"),
              of(
                  "complete: only with all that belongs to it",
                  "a signature is lost because its process is gone",
                  "transacted = table.transact(essential);",
                  ""),
              of(
                  "complete: whatever stands there",
                  "another attempt's status passes for this completion's",
                  "signing.status() == SigningStatus.COMPLETE &&",
                  ""),
              of(
                  "complete: whichever is COMPLETE",
                  "F11: another completion passes for this one",
                  "&& signing.order().map(Order::orderRef).equals(Optional.of(order.orderRef()))",
                  ""),
              of(
                  "complete: lost reply",
                  "a lost reply is a refusal",
                  "signing.status() == SigningStatus.COMPLETE &&",
                  "signing.status() == SigningStatus.CREATED &&"),
              OUTLIVE.without("#ttl <= :new_ttl", "a process ends sooner than it did"),
              OUTLIVE.instead(
                  "#ttl <= :new_ttl", "#ttl >= :new_ttl", "a process ends before its evidence"),
              REJECT.without("#token = :mine", "F11: a newer attempt is a COLLECT_ERROR"),
              REJECT.without("#status <> :complete", "F11: COMPLETE is left"),
              of(
                  "reject: again",
                  "F11: the same again overwrites what is kept",
                  """
                  return Change.Put.ifAbsent(
                      Keys.evidenceBeside(
                          evidence.participantId(), evidence.completion().orderRef()),
                      EvidenceItems.draft(evidence));
                  """,
                  """
                  return new Change.Put(
                      Keys.evidenceBeside(
                          evidence.participantId(), evidence.completion().orderRef()),
                      EvidenceItems.draft(evidence),
                      "attribute_not_exists(#pk) OR attribute_exists(#pk)",
                      Map.of());
                  """),
              of(
                  "reject: the evidence alone",
                  "F11: the signing is not written in the transaction",
                  "table.transact(List.of(beside(evidence), error))",
                  "table.transact(List.of(beside(evidence)))"),
              of(
                  "reject: hint and missing_since stay",
                  "a COLLECT_ERROR counts as missing",
                  ".remove(\"hint\", \"missing_since\")",
                  ""),
              of(
                  "reject: in its place",
                  "F11: a rejected completion takes the place of a verified one",
                  "table.transact(List.of(beside(evidence), error))",
                  """
                  table.transact(
                      List.of(
                          Change.Put.ifAbsent(
                              Keys.evidence(evidence.participantId()),
                              EvidenceItems.draft(evidence)),
                          error))
                  """),
              KEEP_BESIDE.never("attribute_not_exists(#pk)", "nothing is kept"),
              KEEP_BESIDE.without("attribute_not_exists(#pk)", "another's is overwritten"),
              KEEP_BESIDE.never("#stored_at = :mine", "a lost reply is a refusal"),
              STAMP.never("attribute_not_exists(#pk)", "nothing is stamped"),
              STAMP.without("attribute_not_exists(#pk)", "another time stamp is overwritten"),
              STAMP.never("#token = :mine", "a lost reply is a refusal"),
              of(
                  "evidence: oldest",
                  "the oldest rejected one is told",
                  "DynamoDbEvidences::storedAt).reversed()",
                  "DynamoDbEvidences::storedAt)"),
              of(
                  "evidence: any",
                  "F11: a rejected one is told where a verified one stands",
                  "VERIFIED_FIRST.thenComparing(NEWEST_FIRST)",
                  "NEWEST_FIRST"),
              of(
                  "unfinished: whatever is kept",
                  "F11: a rejected completion is verified again",
                  ".filter(kept -> !hasEvidence(participantId, orderRef))",
                  ""),
              of(
                  "evidence: the verified one alone",
                  "a rejected completion cannot be read",
                  "Keys.EVIDENCE + \"$\"",
                  "Keys.EVIDENCE"),
              of(
                  "keep: again",
                  "F12: the completion that is kept is overwritten",
                  """
                  Change.Put.ifAbsent(
                      Keys.completion(order.participantId(), order.orderRef()),
                      CompletionItems.draft(handedOut))
                  """,
                  """
                  new Change.Put(
                      Keys.completion(order.participantId(), order.orderRef()),
                      CompletionItems.draft(handedOut),
                      "attribute_not_exists(#pk) OR attribute_exists(#pk)",
                      Map.of())
                  """),
              of(
                  "forEachBeside: all",
                  "what is in its place is handed on as well",
                  "table.scan(Keys.EVIDENCE + \"#\",",
                  "table.scan(Keys.EVIDENCE,"),
              new Mutant(
                  "forEachUnfinished: whatever is kept",
                  "F11: what has evidence is handed on as well",
                  List.of(
                      new Edit(FILE, "waiting.remove(kept);", ""),
                      new Edit(
                          FILE,
                          ".filter(kept -> !hasEvidence(kept.participantId(), kept.orderRef()))",
                          ""))),
              of(
                  "unfinished: whatever is kept by a participant",
                  "F11: what has evidence counts as unfinished",
                  ".filter(orderRef -> !hasEvidence(participantId, orderRef))",
                  ""),
              PERSON.never("#person_key = :key", "who was registered is not found"),
              PERSON.never("#person = :key", "what outlives its participant is not found"),
              of(
                  "participantsOf: without the registered number",
                  "who was registered under a former key is not found",
                  "OR #personal_number = :number OR",
                  "OR"),
              PERSON.never("#signer = :number", "evidence under a former key is not found"),
              PERSON.never(
                  "#user.#personal_number = :number",
                  "who signed in another's place is not found")));

  private DynamoDbEvidencesMutants() {}

  private static Condition condition(String method, String source) {
    return new Condition(FILE, method, source.strip());
  }

  private static Mutant of(String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, FILE, text, replacement);
  }
}
