package com.enterprisesigning.dynamodb;

import com.enterprisesigning.releases.Releases;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items kept of a release. */
final class KeptItems {
  private KeptItems() {}

  static Map<String, AttributeValue> item(String release, String kind) {
    return DynamoDbJson.read(Optional.of(Releases.written(release, "items").get(kind)).get());
  }

  /** Returns the other item that this kind is read with, if the release wrote one. */
  static Optional<Map<String, AttributeValue>> with(String release, String kind) {
    return ItemKinds.named(kind)
        .with()
        .filter(Releases.written(release, "items")::containsKey)
        .map(with -> item(release, with));
  }

  /** Returns the item as a later release may write it, with an attribute that is unknown here. */
  static Map<String, AttributeValue> later(String release, String kind) {
    Map<String, AttributeValue> later = new HashMap<>(item(release, kind));
    later.put("added_later", AttributeValue.fromS("kept"));
    return later;
  }
}
