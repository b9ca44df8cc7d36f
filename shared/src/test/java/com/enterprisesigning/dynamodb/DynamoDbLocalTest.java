package com.enterprisesigning.dynamodb;

/** The DynamoDB table keeps the contract, on DynamoDB Local. */
class DynamoDbLocalTest extends DynamoDbContract {
  @Override
  protected EngineTable engineTable() {
    return DynamoDbLocal.engineTable();
  }
}
