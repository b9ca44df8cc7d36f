package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.local.dynamodb.Capacity;

/**
 * The requests and units that one call, or several calls of a kind, cost at DynamoDB.
 *
 * @param what the call and its outcome
 * @param times how many such calls were added up
 */
record Asked(String what, int times, Capacity table) {

  Asked plus(Asked other) {
    return new Asked(what, times + other.times, table.plus(other.table));
  }
}
