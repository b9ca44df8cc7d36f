package com.enterprisesigning.local.template;

import java.util.List;
import java.util.Optional;

/**
 * The signing table as the template defines it.
 *
 * @param partitionKey an attribute of type string
 * @param sortKey an attribute of type string
 * @param ttlAttribute an attribute in epoch seconds; empty if the table has no time to live
 */
public record TableDefinition(String partitionKey, String sortKey, Optional<String> ttlAttribute) {

  /**
   * Reads a table's properties. Returns empty if the table does not have the keys of the signing
   * table.
   */
  static Optional<TableDefinition> read(YamlMap properties) {
    List<YamlMap> schema = properties.items("KeySchema");
    TableDefinition table =
        new TableDefinition(
            key(schema, "HASH"),
            key(schema, "RANGE"),
            properties.map("TimeToLiveSpecification").text("AttributeName"));
    return Optional.of(table)
        .filter(found -> found.partitionKey().equals("pk") && found.sortKey().equals("sk"));
  }

  private static String key(List<YamlMap> schema, String type) {
    return schema.stream()
        .filter(key -> key.is("KeyType", type))
        .flatMap(key -> key.text("AttributeName").stream())
        .findFirst()
        .orElse("");
  }
}
