package com.enterprisesigning.benchmarks.cost;

import com.enterprisesigning.local.dynamodb.Capacity;

/**
 * The requests to DynamoDB and BankID that a call, or several calls together, made.
 *
 * @param what the call and its outcome
 * @param times how many such calls were added up
 */
record Asked(String what, int times, int bankId, Capacity table) {

  Asked plus(Asked other) {
    return new Asked(what, times + other.times, bankId + other.bankId, table.plus(other.table));
  }

  Asked named(String name) {
    return new Asked(name, times, bankId, table);
  }
}
