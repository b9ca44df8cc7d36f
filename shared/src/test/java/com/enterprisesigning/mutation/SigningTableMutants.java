package com.enterprisesigning.mutation;

import java.util.List;

/** Mutants of how the table reads DynamoDB's answers: a transaction conflict decides nothing. */
final class SigningTableMutants {
  private static final String FILE = "dynamodb.SigningTable";

  static final MutantList LIST =
      new MutantList(
          "SigningTable",
          new JUnitCheck("dynamodb.SigningTableTest"),
          List.of(
              of(
                  "write: conflict given up",
                  "a write in conflict is not made again",
                  "case TransactionConflictException e -> true;",
                  "case TransactionConflictException e -> false;"),
              of(
                  "write: conflict decided on",
                  "a write in conflict passes for a refused condition",
                  "} catch (ConditionalCheckFailedException e) { return new Written.Refused("
                      + "e.hasItem() ? standing(e.item()) : Optional.empty()); }",
                  "} catch (ConditionalCheckFailedException e) { return new Written.Refused("
                      + "e.hasItem() ? standing(e.item()) : Optional.empty()); }"
                      + " catch (StoreUnavailable | TransactionConflictException e) {"
                      + " return new Written.Refused(Optional.empty()); }"),
              of(
                  "write: for ever",
                  "a write in conflict is never given up",
                  "attempt == CONFLICT_ATTEMPTS || !isConflict",
                  "!isConflict"),
              of(
                  "write: fewer attempts",
                  "a write is given up one attempt sooner",
                  "CONFLICT_ATTEMPTS = 6",
                  "CONFLICT_ATTEMPTS = 5"),
              of(
                  "write: whatever fails",
                  "what does not pass is tried again",
                  "|| !isConflict(e.getCause())",
                  ""),
              of(
                  "write: no back-off",
                  "all attempts come at the same interval",
                  "CONFLICT_PAUSE.multipliedBy(1L << (attempt - 1))",
                  "CONFLICT_PAUSE"),
              of(
                  "transact: conflict decided on",
                  "a transaction in conflict passes for a refused condition",
                  "if (refusals.isEmpty()) { throw cancelled; }",
                  ""),
              of(
                  "transact: conflict for refusal",
                  "a change in conflict passes for a refused one",
                  "if (\"ConditionalCheckFailed\".equals(reason.code())) {",
                  "if (!\"None\".equals(reason.code())) {"),
              of(
                  "transact: conflict given up",
                  "a transaction in conflict is not made again",
                  "Set.of(CONFLICT, \"ThrottlingError\",",
                  "Set.of(\"ThrottlingError\","),
              of(
                  "transact: throttling given up",
                  "a throttled transaction is not made again",
                  "\"ThrottlingError\", \"Prov",
                  "\"Prov"),
              of(
                  "transact: throughput given up",
                  "nor is one that exceeds the throughput",
                  ", \"ProvisionedThroughputExceeded\")",
                  ")"),
              of(
                  "failure: conflict for outage",
                  "a write in conflict passes for an outage",
                  "case TransactionConflictException conflict -> true;",
                  "case TransactionConflictException conflict -> false;"),
              of(
                  "failure: cancellation for outage",
                  "so does a transaction in conflict",
                  ".anyMatch(reason -> CONFLICT.equals(reason.code()))",
                  ".anyMatch(reason -> false)"),
              of(
                  "failure: bug for outage",
                  "a refused call passes for an outage",
                  "answered.statusCode() / 100 == 4",
                  "answered.statusCode() / 100 == 9"),
              of(
                  "failure: outage for bug",
                  "a failure of DynamoDB passes for a refusal",
                  "&& answered.statusCode() / 100 == 4",
                  ""),
              of(
                  "failure: throttling for bug",
                  "a throttled call passes for a refused one",
                  "&& !answered.isThrottlingException()",
                  ""),
              of(
                  "failure: throttled transaction for bug",
                  "so does a throttled transaction",
                  "&& !isConflict(answered)",
                  ""),
              of(
                  "failure: repetition for bug",
                  "a transaction that is still in progress passes for a refused one",
                  "&& !(answered instanceof TransactionInProgressException)",
                  ""),
              of(
                  "getAll: in part",
                  "what DynamoDB left unread counts as not there",
                  "if (batch.unprocessedKeys().isEmpty()) {",
                  "if (true) {"),
              of(
                  "getAll: the same again",
                  "not the rest is asked for but all",
                  "rest = batch.unprocessedKeys();",
                  ""),
              of(
                  "getAll: once less",
                  "the rest is asked for once less",
                  "BATCH_ATTEMPTS = 4",
                  "BATCH_ATTEMPTS = 3"),
              of(
                  "getAll: in part at last",
                  "in the end what was read is answered",
                  "throw new StoreUnavailable(\"DynamoDB left keys of a batch unread\", null);",
                  "return items;")));

  private SigningTableMutants() {}

  private static Mutant of(String name, String takenAway, String text, String replacement) {
    return Mutant.of(name, takenAway, FILE, text, replacement);
  }
}
