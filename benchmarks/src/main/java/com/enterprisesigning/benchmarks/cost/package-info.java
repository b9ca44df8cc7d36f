/** Measures how often a signing calls DynamoDB, and what that costs. */
package com.enterprisesigning.benchmarks.cost;
