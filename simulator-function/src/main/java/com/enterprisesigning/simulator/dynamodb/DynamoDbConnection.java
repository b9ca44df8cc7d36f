package com.enterprisesigning.simulator.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The connection to DynamoDB, with region, credentials and endpoint from Lambda's own variables. A
 * BankID client waits only a few seconds, so the time limits are short, but long enough for the
 * first call of a cold function.
 */
public final class DynamoDbConnection {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ATTEMPT = Duration.ofMillis(1_500);
  private static final Duration TOTAL = Duration.ofMillis(3_500);
  private static final int ATTEMPTS = 3;

  private DynamoDbConnection() {}

  /** Creates a client. It opens no connection before it is used. */
  public static DynamoDbClient client() {
    return DynamoDbClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT))
        .overrideConfiguration(override ->
            override
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(TOTAL)
                .retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .build()))
        .build();
  }
}
