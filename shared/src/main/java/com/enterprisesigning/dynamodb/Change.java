package com.enterprisesigning.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One conditional write, alone or in a transaction. Expressions write attributes as {@code #name},
 * so that none collides with DynamoDB's reserved words. A refusal returns the item.
 */
sealed interface Change {
  Pattern NAME = Pattern.compile("#(\\w+)");

  TransactWriteItem inTransaction(String table);

  /**
   * Sets and removes attributes of an item.
   *
   * @param condition may compare with the draft's own values, which it writes as {@code :new_name}
   * @param conditionValues the other values of the condition
   */
  record Update(
      Map<String, AttributeValue> key,
      Draft draft,
      String condition,
      Map<String, AttributeValue> conditionValues)
      implements Change {

    UpdateItemRequest alone(String table, ReturnValue returned) {
      return UpdateItemRequest.builder()
          .tableName(table)
          .key(key)
          .updateExpression(draft.expression())
          .conditionExpression(condition)
          .expressionAttributeNames(names(draft.expression() + " " + condition))
          .expressionAttributeValues(values())
          .returnValues(returned)
          .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
          .build();
    }

    @Override
    public TransactWriteItem inTransaction(String table) {
      return TransactWriteItem.builder()
          .update(update ->
              update
                  .tableName(table)
                  .key(key)
                  .updateExpression(draft.expression())
                  .conditionExpression(condition)
                  .expressionAttributeNames(names(draft.expression() + " " + condition))
                  .expressionAttributeValues(values())
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
          .build();
    }

    private Map<String, AttributeValue> values() {
      Map<String, AttributeValue> values = new HashMap<>(draft.values());
      values.putAll(conditionValues);
      return values;
    }
  }

  /** Writes a whole item. */
  record Put(
      Map<String, AttributeValue> key,
      Draft draft,
      String condition,
      Map<String, AttributeValue> conditionValues)
      implements Change {

    /** Returns a write that is refused if the item exists. */
    static Put ifAbsent(Map<String, AttributeValue> key, Draft draft) {
      return new Put(key, draft, "attribute_not_exists(#pk)", Map.of());
    }

    PutItemRequest alone(String table) {
      return PutItemRequest.builder()
          .tableName(table)
          .item(draft.item(key))
          .conditionExpression(condition)
          .expressionAttributeNames(names(condition))
          .expressionAttributeValues(values())
          .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
          .build();
    }

    @Override
    public TransactWriteItem inTransaction(String table) {
      return TransactWriteItem.builder()
          .put(put ->
              put.tableName(table)
                  .item(draft.item(key))
                  .conditionExpression(condition)
                  .expressionAttributeNames(names(condition))
                  .expressionAttributeValues(values())
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
          .build();
    }

    /** Returns null if the condition has no values: DynamoDB refuses an empty map. */
    private Map<String, AttributeValue> values() {
      return conditionValues.isEmpty() ? null : conditionValues;
    }
  }

  /** Returns the names of the attributes in expressions. */
  static Map<String, String> names(String expressions) {
    return NAME.matcher(expressions)
        .results()
        .map(match -> match.group(1))
        .distinct()
        .collect(Collectors.toMap(name -> "#" + name, name -> name));
  }
}
