/** The clients of DynamoDB, SQS and Secrets Manager. */
package com.enterprisesigning.aws;
