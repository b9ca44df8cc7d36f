package com.enterprisesigning.dynamodb;

import com.enterprisesigning.localstack.LocalStack;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The DynamoDB table keeps the contract, on LocalStack. */
class LocalStackTest extends DynamoDbContract {
  /** Made by whoever first needs it: where there is no LocalStack, nobody does. */
  private static final class Created {
    static final EngineTable TABLE =
        EngineTable.create(LocalStack.client(DynamoDbClient.builder()));
  }

  /** In each test, so that each is reported as skipped. */
  @BeforeEach
  void assumeLocalStack() {
    LocalStack.assumeThere();
  }

  @Override
  protected EngineTable engineTable() {
    return Created.TABLE;
  }
}
