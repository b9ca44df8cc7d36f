/**
 * Orders in a DynamoDB table, which any number of processes may share. See {@code
 * docs/architecture.md#the-simulator}.
 */
package com.enterprisesigning.simulator.dynamodb;
