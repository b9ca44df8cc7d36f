/** Orders in a DynamoDB table, which any number of processes may share (design section 8). */
package com.enterprisesigning.simulator.dynamodb;
