package com.enterprisesigning.dynamodb;

import com.enterprisesigning.store.Table;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A kind of item that two releases must agree on.
 *
 * @param name of the files that keep it
 * @param written writes it into an empty table, as this release does
 * @param read reads it through its port
 * @param value the value that is read, whichever release wrote the item
 * @param with another kind of item that it is read with
 */
record ItemKind(
    String name,
    Map<String, AttributeValue> key,
    Consumer<Table> written,
    Function<Table, Optional<?>> read,
    Object value,
    Optional<String> with) {

  ItemKind(
      String name,
      Map<String, AttributeValue> key,
      Consumer<Table> written,
      Function<Table, Optional<?>> read,
      Object value) {
    this(name, key, written, read, value, Optional.empty());
  }

  @Override
  public String toString() {
    return name;
  }
}
