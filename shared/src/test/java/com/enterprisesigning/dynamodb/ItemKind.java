package com.enterprisesigning.dynamodb;

import com.enterprisesigning.signing.Table;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A kind of item, as two releases must agree on it.
 *
 * @param name of the files that keep it
 * @param written how this code comes to write it, into an empty table
 * @param read by the port that reads it
 * @param value what is read of it, whichever release wrote it
 */
record ItemKind(
    String name,
    Map<String, AttributeValue> key,
    Consumer<Table> written,
    Function<Table, Optional<?>> read,
    Object value) {

  @Override
  public String toString() {
    return name;
  }
}
