package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.local.dynamodb.Capacity;

/**
 * What a call, or several calls together, asked of DynamoDB.
 *
 * @param what the call and its outcome
 * @param times how many such calls were added up
 */
record Asked(String what, int times, Capacity table) {

  Asked plus(Asked other) {
    return new Asked(what, times + other.times, table.plus(other.table));
  }
}
