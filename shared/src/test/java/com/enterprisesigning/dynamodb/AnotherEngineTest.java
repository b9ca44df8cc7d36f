package com.enterprisesigning.dynamodb;

import com.enterprisesigning.engine.AnotherEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The DynamoDB table keeps the contract, on another engine. */
@Tag(AnotherEngine.TAG)
class AnotherEngineTest extends DynamoDbContract {
  private static EngineTable table;

  /** Fails once, rather than in each test, where there is no engine. */
  @BeforeAll
  static void create() {
    table = EngineTable.create(AnotherEngine.client(DynamoDbClient.builder()));
  }

  @Override
  protected EngineTable engineTable() {
    return table;
  }
}
