/** DynamoDB Local in this process, with the signing table. */
package com.enterprisesigning.local.dynamodb;
