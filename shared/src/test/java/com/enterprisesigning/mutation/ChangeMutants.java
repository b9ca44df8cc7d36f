package com.enterprisesigning.mutation;

import java.util.List;

/** Mutants of what a refused write returns. Each decision needs the item that refused the write. */
final class ChangeMutants {
  private static final String FILE = "dynamodb.Change";
  private static final String ALL_OLD =
      ".returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)";

  static final MutantList LIST =
      new MutantList(
          "Change",
          new JUnitCheck("dynamodb.DynamoDbLocalTest"),
          List.of(
              of("reserve: ALL_OLD", "a refused update", ".returnValues(returned)" + ALL_OLD),
              of(
                  "activate: ALL_OLD",
                  "a refused update of a transaction",
                  "names(draft.expression() + \" \" + condition))"
                      + ".expressionAttributeValues(values())"
                      + ALL_OLD),
              of(
                  "freeOrderOrSlot: ALL_OLD",
                  "a refused delete",
                  "dynamodb.SigningTable",
                  ".expressionAttributeValues(values)" + ALL_OLD),
              of(
                  "register: ALL_OLD",
                  "a refused put of a transaction",
                  ".put(put -> put.tableName(table).item(draft.item(key))"
                      + ".conditionExpression(condition)"
                      + ".expressionAttributeNames(names(condition))"
                      + ".expressionAttributeValues(values())"
                      + ALL_OLD)));

  private ChangeMutants() {}

  private static Mutant of(String name, String write, String text) {
    return of(name, write, FILE, text);
  }

  private static Mutant of(String name, String write, String file, String text) {
    return Mutant.of(
        name, write + " does not tell what stands there", file, text, text.replace(ALL_OLD, ""));
  }
}
