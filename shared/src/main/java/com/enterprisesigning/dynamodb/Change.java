package com.enterprisesigning.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One conditional write. Expressions write attributes as {@code #name}, so that none collides with
 * DynamoDB's reserved words, and values as {@code :name}. A refusal returns the item.
 */
sealed interface Change {
  Pattern NAME = Pattern.compile("#(\\w+)");

  Map<String, AttributeValue> key();

  TransactWriteItem inTransaction(String table);

  /** Sets and removes attributes. */
  record Edit(
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
          .update(
              Update.builder()
                  .tableName(table)
                  .key(key)
                  .updateExpression(draft.expression())
                  .conditionExpression(condition)
                  .expressionAttributeNames(names(draft.expression() + " " + condition))
                  .expressionAttributeValues(values())
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                  .build())
          .build();
    }

    private Map<String, AttributeValue> values() {
      Map<String, AttributeValue> values = new HashMap<>(draft.values());
      values.putAll(conditionValues);
      return values;
    }
  }

  /** Writes a whole item; an empty condition means that there is none. */
  record Write(
      Map<String, AttributeValue> key,
      Draft draft,
      String condition,
      Map<String, AttributeValue> conditionValues)
      implements Change {

    PutItemRequest alone(String table) {
      PutItemRequest.Builder put = PutItemRequest.builder().tableName(table).item(draft.item(key));
      return condition.isEmpty()
          ? put.build()
          : put.conditionExpression(condition)
              .expressionAttributeNames(names(condition))
              .expressionAttributeValues(conditionValues.isEmpty() ? null : conditionValues)
              .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
              .build();
    }

    @Override
    public TransactWriteItem inTransaction(String table) {
      Put.Builder put = Put.builder().tableName(table).item(draft.item(key));
      if (!condition.isEmpty()) {
        put.conditionExpression(condition)
            .expressionAttributeNames(names(condition))
            .expressionAttributeValues(conditionValues.isEmpty() ? null : conditionValues)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
      }
      return TransactWriteItem.builder().put(put.build()).build();
    }
  }

  /** Removes an item. */
  record Removal(
      Map<String, AttributeValue> key,
      String condition,
      Map<String, AttributeValue> conditionValues)
      implements Change {

    DeleteItemRequest alone(String table) {
      return DeleteItemRequest.builder()
          .tableName(table)
          .key(key)
          .conditionExpression(condition)
          .expressionAttributeNames(names(condition))
          .expressionAttributeValues(conditionValues)
          .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
          .build();
    }

    @Override
    public TransactWriteItem inTransaction(String table) {
      return TransactWriteItem.builder()
          .delete(
              Delete.builder()
                  .tableName(table)
                  .key(key)
                  .conditionExpression(condition)
                  .expressionAttributeNames(names(condition))
                  .expressionAttributeValues(conditionValues)
                  .build())
          .build();
    }
  }

  private static Map<String, String> names(String expressions) {
    return NAME.matcher(expressions)
        .results()
        .map(match -> match.group(1))
        .distinct()
        .collect(Collectors.toMap(name -> "#" + name, name -> name));
  }
}
