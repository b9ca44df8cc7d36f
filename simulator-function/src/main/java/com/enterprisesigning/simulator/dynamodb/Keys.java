package com.enterprisesigning.simulator.dynamodb;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys of the table's items. An order's item holds the whole order. Each of its two tokens has
 * an item that names the order. Each person has an item that names the latest orders.
 */
final class Keys {
  static final String PARTITION = "pk";
  static final String SORT = "sk";
  static final String ORDER = "ORDER";

  private Keys() {}

  static Map<String, AttributeValue> order(String orderRef) {
    return key("ORDER#" + orderRef, ORDER);
  }

  static Map<String, AttributeValue> token(String token) {
    return key("TOKEN#" + token, "TOKEN");
  }

  static Map<String, AttributeValue> person(PersonalNumber person) {
    return key("PERSON#" + person.digits(), "PERSON");
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of(PARTITION, AttributeValue.fromS(partition), SORT, AttributeValue.fromS(sort));
  }
}
