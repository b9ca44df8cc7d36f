package com.enterprisesigning.dynamodb;

import java.time.Instant;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Attribute values. Times are epoch milliseconds, except for {@code ttl}, which DynamoDB requires
 * in seconds.
 */
final class Values {
  private Values() {}

  static AttributeValue of(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue of(UUID id) {
    return AttributeValue.fromS(id.toString());
  }

  static AttributeValue of(Enum<?> constant) {
    return AttributeValue.fromS(constant.name());
  }

  static AttributeValue of(Instant time) {
    return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
  }

  static AttributeValue of(boolean value) {
    return AttributeValue.fromBool(value);
  }

  static AttributeValue ttl(Instant time) {
    return AttributeValue.fromN(Long.toString(time.getEpochSecond()));
  }
}
