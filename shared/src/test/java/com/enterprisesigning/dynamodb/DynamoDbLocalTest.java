package com.enterprisesigning.dynamodb;

/** The DynamoDB table passes the contract suite, on DynamoDB Local. */
class DynamoDbLocalTest extends DynamoDbContract {
  @Override
  protected EngineTable engineTable() {
    return DynamoDbLocal.engineTable();
  }
}
