package com.enterprisesigning.dynamodb;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The connection to DynamoDB, with every time-out and retry set (design sections 5 and 11). */
public final class DynamoDbConnection {
  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofMillis(900);
  private static final int ATTEMPTS = 3;

  /** The longest that one call takes, retries included. */
  public static final Duration TOTAL_TIMEOUT = Duration.ofMillis(2_900);

  private DynamoDbConnection() {}

  /**
   * A client for one region.
   *
   * @param endpoint where it is not AWS's own ({@code AWS_ENDPOINT_URL_DYNAMODB})
   */
  public static DynamoDbClient client(
      Region region, Optional<URI> endpoint, AwsCredentialsProvider credentials) {
    return DynamoDbClient.builder()
        .region(region)
        .credentialsProvider(credentials)
        .applyMutation(builder -> endpoint.ifPresent(builder::endpointOverride))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(ATTEMPT_TIMEOUT))
        .overrideConfiguration(override ->
            override
                .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                .apiCallTimeout(TOTAL_TIMEOUT)
                .retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .build()))
        .build();
  }
}
