/** What calls ask of DynamoDB and BankID, and what that costs. */
package com.enterprisesigning.benchmarks.cost;
