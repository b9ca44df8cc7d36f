package com.enterprisesigning.dynamodb;

import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.store.Table;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One table for all tests; each test has its own persons. */
public final class DynamoDbLocal {
  private static final EngineTable TABLE = EngineTable.create(StartedDynamoDb.client());

  private DynamoDbLocal() {}

  static EngineTable engineTable() {
    return TABLE;
  }

  public static Table table() {
    return TABLE.ports();
  }

  /** Returns the same table through another client. */
  static Table table(DynamoDbClient client, Pause pause) {
    return TABLE.ports(client, pause);
  }

  /** Returns the same table, with its calls timed. */
  static Table table(DynamoDbClient client, Pause pause, SigningTable.Stopwatch stopwatch) {
    return TABLE.ports(client, pause, stopwatch);
  }

  /** Returns the signings of the same table, which report unsigned ends. */
  static DynamoDbSignings signings(Consumer<UnsignedEnd> ends) {
    return TABLE.signings(ends);
  }

  /** Returns a new, empty table. */
  public static Table emptyTable() {
    return emptyEngineTable().ports();
  }

  static EngineTable emptyEngineTable() {
    return EngineTable.create(StartedDynamoDb.client());
  }
}
