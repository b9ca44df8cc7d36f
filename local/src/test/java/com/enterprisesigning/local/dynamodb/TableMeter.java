package com.enterprisesigning.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A proxy in front of DynamoDB Local that measures what each call consumes. */
public final class TableMeter implements AutoCloseable {
  private static final int TRANSACTIONAL = 2;

  private final ObjectMapper json = new ObjectMapper();
  private final TableItems items;
  private final TableProxy proxy;
  private Capacity consumed = Capacity.NONE;

  /** Starts the proxy. */
  public TableMeter(URI table) throws IOException {
    items = new TableItems(table);
    proxy = new TableProxy(table, _ -> TableProxy.Fate.PASSED_ON, new Reader());
  }

  public URI url() {
    return proxy.url();
  }

  /** Returns what was consumed since the last call of this method. */
  public synchronized Capacity since() {
    Capacity since = consumed;
    consumed = Capacity.NONE;
    return since;
  }

  private synchronized void add(Capacity more) {
    consumed = consumed.plus(more);
  }

  @Override
  public void close() {
    proxy.close();
    items.close();
  }

  private final class Reader implements TableProxy.Watcher {
    @Override
    public byte[] asked(String operation, byte[] request) throws IOException {
      return json.writeValueAsBytes(
          ((ObjectNode) json.readTree(request)).put("ReturnConsumedCapacity", "TOTAL"));
    }

    @Override
    public void answered(String operation, byte[] request, byte[] answer) throws IOException {
      double reported = units(json.readTree(answer).path("ConsumedCapacity"));
      JsonNode asked = json.readTree(request);
      add(
          switch (operation) {
            case "GetItem", "BatchGetItem", "Query" -> new Capacity(1, reported, 0, 0);
            case "PutItem", "UpdateItem", "DeleteItem" ->
                new Capacity(1, 0, reported, reported == 0 ? written(asked) : reported);
            case "TransactWriteItems" ->
                new Capacity(1, 0, reported, TRANSACTIONAL * transaction(asked));
            default ->
                throw new IllegalArgumentException("no meter for the operation " + operation);
          });
    }
  }

  /** Sums up the units: {@code ConsumedCapacity} is an object, or a list with one per table. */
  private static double units(JsonNode capacity) {
    double units = 0;
    for (JsonNode table : capacity.isArray() ? capacity : List.of(capacity)) {
      units += table.path("CapacityUnits").asDouble();
    }
    return units;
  }

  private double transaction(JsonNode asked) throws IOException {
    double units = 0;
    for (JsonNode item : asked.required("TransactItems")) {
      units += written(item.iterator().next());
    }
    return units;
  }

  /** Returns the units of one item's write, computed from the item as it is after the write. */
  private double written(JsonNode write) throws IOException {
    ObjectNode key = json.createObjectNode();
    JsonNode named = write.has("Key") ? write.get("Key") : write.required("Item");
    key.set("pk", named.required("pk"));
    key.set("sk", named.required("sk"));
    return ItemSize.writeUnits(items.item(write.required("TableName").asText(), key));
  }
}
