package com.enterprisesigning.local;

import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A call of the table, as far as rights go: who makes it, and which action it needs on which
 * partition. Ids are replaced by numbers, so that equal calls are equal.
 *
 * @param function the logical id in the template
 * @param operation such as {@code TransactWriteItems}
 * @param items every item that the call touches
 */
record TableCall(String function, String operation, List<Item> items) {

  /**
   * An item of a call.
   *
   * @param action the action that IAM asks for
   * @param key the partition key, such as {@code PARTICIPANT#1}
   */
  record Item(String action, String key) {}

  TableCall {
    items = List.copyOf(items);
  }

  static TableCall of(String function, String operation, JsonNode request) {
    if (request.has("IndexName")) {
      throw new IllegalArgumentException(function + " reads an index, whose rights nobody checks");
    }
    Numbers numbers = new Numbers();
    List<Item> items = new ArrayList<>();
    switch (operation) {
      case "GetItem", "UpdateItem", "DeleteItem" ->
          items.add(new Item(operation, numbers.of(request.at("/Key/pk/S").asText())));
      case "PutItem" ->
          items.add(new Item(operation, numbers.of(request.at("/Item/pk/S").asText())));
      case "Query" ->
          items.add(
              new Item(
                  operation, numbers.of(request.at("/ExpressionAttributeValues/:pk/S").asText())));
      case "BatchGetItem" ->
          request
              .required("RequestItems")
              .forEach(table ->
                  table
                      .required("Keys")
                      .forEach(key ->
                          items.add(new Item(operation, numbers.of(key.at("/pk/S").asText())))));
      case "TransactWriteItems" ->
          request
              .required("TransactItems")
              .forEach(write ->
                  write
                      .properties()
                      .forEach(one -> items.add(written(one.getKey(), one.getValue(), numbers))));
      default -> throw new IllegalArgumentException(function + " calls " + operation);
    }
    return new TableCall(function, operation, items);
  }

  /**
   * Reads an item of a transaction, whose member is named Put, Update, Delete or ConditionCheck.
   */
  private static Item written(String member, JsonNode write, Numbers numbers) {
    String key = write.at(write.has("Key") ? "/Key/pk/S" : "/Item/pk/S").asText();
    return new Item(
        member.equals("ConditionCheck") ? "ConditionCheckItem" : member + "Item", numbers.of(key));
  }

  String json() {
    ObjectNode call = Json.object();
    call.put("function", function).put("operation", operation);
    items.forEach(item ->
        call.withArray("items").addObject().put("action", item.action).put("key", item.key));
    return call.toString();
  }

  /** Numbers the ids of a call, each kind of key from 1. */
  private static final class Numbers {
    private final Map<String, String> keys = new HashMap<>();

    String of(String key) {
      if (!key.matches("[A-Z]+#.+")) {
        throw new IllegalArgumentException("a call without a partition key of the table");
      }
      String kind = key.substring(0, key.indexOf('#') + 1);
      long known = keys.keySet().stream().filter(other -> other.startsWith(kind)).count();
      return keys.computeIfAbsent(key, _ -> kind + (known + 1));
    }
  }
}
