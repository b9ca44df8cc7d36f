package com.enterprisesigning.dynamodb;

import com.enterprisesigning.store.Table;

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

  /** Returns a new, empty table. */
  public static Table emptyTable() {
    return emptyEngineTable().ports();
  }

  static EngineTable emptyEngineTable() {
    return EngineTable.create(StartedDynamoDb.client());
  }
}
