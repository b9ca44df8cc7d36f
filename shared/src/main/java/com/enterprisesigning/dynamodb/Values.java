package com.enterprisesigning.dynamodb;

import com.enterprisesigning.store.Gzip;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
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

  static AttributeValue of(byte[] bytes) {
    return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes));
  }

  static AttributeValue of(Map<String, String> texts) {
    Map<String, AttributeValue> values = new HashMap<>();
    texts.forEach((name, text) -> values.put(name, of(text)));
    return AttributeValue.fromM(values);
  }

  /** Compresses a text, so that the longest one that BankID allows fits an item's 400 KB. */
  static AttributeValue compressed(String text) {
    return of(Gzip.of(text));
  }

  static AttributeValue ttl(Instant time) {
    return AttributeValue.fromN(Long.toString(time.getEpochSecond()));
  }
}
