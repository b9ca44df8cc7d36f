package com.enterprisesigning.mutation;

import java.util.List;

/** Mutants of the signings' conditions. */
final class DynamoDbSigningsMutants {
  private static final String FILE = "dynamodb.DynamoDbSignings";
  private static final String RUNNING = "#status IN (:initiated, :pending)";
  private static final String NOT_PENDING = "#status = :initiated AND NOT (#status = :pending)";
  private static final String NOT_INITIATED = "#status = :pending AND NOT (#status = :initiated)";

  private static final Condition CLAIM =
      condition(
          "claim",
          """
          "#client = :client AND #status IN (:initiated, :pending)"
              + " AND (attribute_not_exists(#collected_at) OR #collected_at <= :due)"
          """);
  private static final Condition PEND =
      condition("pend", "pending, \"#token = :mine AND #status IN (:initiated, :pending)\"");
  private static final Condition FAIL =
      condition(
          "fail",
          """
          "#token = :mine AND (#status IN (:initiated, :pending, :ending)"
              + " OR (#status = :new_status AND #hint = :new_hint))"
          """);
  private static final Condition MISS =
      condition(
          "miss",
          """
          "#token = :mine AND #status IN (:initiated, :pending)"
              + " AND attribute_not_exists(#missing_since)"
          """);
  private static final Condition GIVE_UP =
      condition(
          "giveUp",
          """
          "#token = :mine AND #missing_since = :since"
              + " AND #status IN (:initiated, :pending, :new_status)"
          """);

  static final MutantList LIST =
      new MutantList(
          "DynamoDbSignings",
          new JUnitCheck("dynamodb.DynamoDbLocalTest"),
          List.of(
              CLAIM.without("#client = :client", "another client's signing is claimed"),
              CLAIM.without(RUNNING, "one that runs not is claimed"),
              CLAIM.instead(RUNNING, NOT_PENDING, "a pending one is not claimed"),
              CLAIM.instead(RUNNING, NOT_INITIATED, "an initiated one is not claimed"),
              CLAIM.never("attribute_not_exists(#collected_at)", "the first claim is lost"),
              CLAIM.without("#collected_at <= :due", "each collect asks BankID"),
              CLAIM.never("#collected_at <= :due", "only the first collect asks BankID"),
              CLAIM.instead("#collected_at <= :due", "#collected_at < :due", "the last instant"),
              of(
                  "claim: ReturnValue.ALL_OLD",
                  "the signing is told as it stood before the claim",
                  "Values.of(now.minus(interval)))), ReturnValue.ALL_NEW)",
                  "Values.of(now.minus(interval)))), ReturnValue.ALL_OLD)"),
              of(
                  "claim: whose it is",
                  "a claim that is lost tells another client the signing",
                  ".filter(signing -> signing.client().equals(client))",
                  ""),
              PEND.without("#token = :mine", "another attempt pends"),
              PEND.without(RUNNING, "an order that is ending pends again"),
              PEND.instead(RUNNING, NOT_PENDING, "a pending one takes no other hint"),
              PEND.instead(RUNNING, NOT_INITIATED, "an initiated one never pends"),
              of(
                  "pend: missing_since stays",
                  "F4: an order that BankID knows again counts as missing",
                  ".set(\"hint\", Values.of(hint)).remove(\"missing_since\");",
                  ".set(\"hint\", Values.of(hint));"),
              FAIL.without("#token = :mine", "another attempt fails"),
              FAIL.without("#status IN (:initiated, :pending, :ending)", "F1: a signature fails"),
              FAIL.instead(
                  "#status IN (:initiated, :pending, :ending)",
                  "#status IN (:initiated, :pending) AND NOT (#status = :ending)",
                  "one that is ending never ends"),
              FAIL.instead(
                  "#status IN (:initiated, :pending, :ending)",
                  "#status IN (:initiated, :ending) AND NOT (#status = :pending)",
                  "a pending one does not fail"),
              FAIL.instead(
                  "#status IN (:initiated, :pending, :ending)",
                  "#status IN (:pending, :ending) AND NOT (#status = :initiated)",
                  "an initiated one does not fail"),
              FAIL.without("#hint = :new_hint", "a failure takes another hint"),
              FAIL.never("#hint = :new_hint", "a lost reply is a refusal"),
              of(
                  "fail: missing_since stays",
                  "a failed order counts as missing",
                  ".set(\"hint\", Values.of(hint)).remove(\"missing_since\"),",
                  ".set(\"hint\", Values.of(hint)),"),
              MISS.without("#token = :mine", "F4: another attempt counts as missing"),
              MISS.without(RUNNING, "F4: one that is ending counts as missing"),
              MISS.instead(RUNNING, NOT_PENDING, "F4: a pending one does not"),
              MISS.instead(RUNNING, NOT_INITIATED, "F4: an initiated one does not"),
              MISS.without(
                  "attribute_not_exists(#missing_since)", "F4: the grace begins at each sight"),
              of(
                  "miss: ReturnValue.ALL_OLD",
                  "the signing is told as it stood before",
                  "\":initiated\", INITIATED, \":pending\", PENDING)), ReturnValue.ALL_NEW)",
                  "\":initiated\", INITIATED, \":pending\", PENDING)), ReturnValue.ALL_OLD)"),
              GIVE_UP.without("#token = :mine", "F4: another attempt is given up"),
              GIVE_UP.without("#missing_since = :since", "F4: no grace is waited for"),
              GIVE_UP.without(
                  "#status IN (:initiated, :pending, :new_status)",
                  "one that is ending is given up"),
              GIVE_UP.instead(
                  "#status IN (:initiated, :pending, :new_status)",
                  "#status IN (:initiated, :new_status) AND NOT (#status = :pending)",
                  "a pending one is not given up"),
              GIVE_UP.instead(
                  "#status IN (:initiated, :pending, :new_status)",
                  "#status IN (:pending, :new_status) AND NOT (#status = :initiated)",
                  "an initiated one is not given up"),
              GIVE_UP.instead(
                  "#status IN (:initiated, :pending, :new_status)",
                  "#status IN (:initiated, :pending)",
                  "a lost reply is a refusal"),
              of(
                  "giveUp: hint stays",
                  "a COLLECT_ERROR has a hint",
                  "SigningItems.ended(SigningStatus.COLLECT_ERROR).remove(\"hint\")",
                  "SigningItems.ended(SigningStatus.COLLECT_ERROR)"),
              of(
                  "signings: another order",
                  "they are told from the last to the first",
                  "participantIds.stream().filter(found::containsKey).map(found::get).toList()",
                  "participantIds.reversed().stream().filter(found::containsKey).map(found::get).toList()"),
              of(
                  "participant: half of it",
                  "one item passes for a participant",
                  "items.size() < 2",
                  "items.size() < 0")));

  private DynamoDbSigningsMutants() {}

  private static Condition condition(String method, String source) {
    return new Condition(FILE, method, source.strip());
  }

  private static Mutant of(String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, FILE, text, replacement);
  }
}
