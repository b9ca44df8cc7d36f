package com.enterprisesigning.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The signing table as the template defines it.
 *
 * @param partitionKey an attribute of type string
 * @param sortKey an attribute of type string
 * @param ttlAttribute epoch seconds, if the table has a time to live
 */
public record TableDefinition(String partitionKey, String sortKey, Optional<String> ttlAttribute) {

  /**
   * Reads a table's properties; empty for a table whose keys are not those of the signing table.
   */
  static Optional<TableDefinition> read(Map<?, ?> properties) {
    List<?> schema = properties.get("KeySchema") instanceof List<?> list ? list : List.of();
    TableDefinition table =
        new TableDefinition(key(schema, "HASH"), key(schema, "RANGE"), ttl(properties));
    return Optional.of(table)
        .filter(found -> found.partitionKey().equals("pk") && found.sortKey().equals("sk"));
  }

  private static String key(List<?> schema, String type) {
    return schema.stream()
        .map(Map.class::cast)
        .filter(key -> type.equals(key.get("KeyType")))
        .map(key -> String.valueOf(key.get("AttributeName")))
        .findFirst()
        .orElse("");
  }

  private static Optional<String> ttl(Map<?, ?> properties) {
    return properties.get("TimeToLiveSpecification") instanceof Map<?, ?> specification
        ? Optional.ofNullable((String) specification.get("AttributeName"))
        : Optional.empty();
  }
}
