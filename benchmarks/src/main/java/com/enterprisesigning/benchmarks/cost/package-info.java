/** How often calls ask DynamoDB and BankID, and what that costs. */
package com.enterprisesigning.benchmarks.cost;
