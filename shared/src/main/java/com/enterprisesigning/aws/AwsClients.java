package com.enterprisesigning.aws;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Creates clients of AWS services in one region, with every time-out and retry set ({@code
 * docs/architecture.md#timing}). The retry mode is standard, and nothing is left to a default. An
 * endpoint is given only if it is not AWS's own ({@code AWS_ENDPOINT_URL_…}).
 *
 * @param interceptors intercept the requests of every client
 */
public record AwsClients(
    Region region, AwsCredentialsProvider credentials, List<ExecutionInterceptor> interceptors) {

  /** The longest that one call to DynamoDB takes, including retries. */
  public static final Duration DYNAMODB_TIMEOUT = Duration.ofMillis(2_900);

  /**
   * The longest that one call to SQS takes, including retries. A start waits for it between
   * BankID's answer and the activation ({@code Timing.LEFT_TO_CREATE}).
   */
  public static final Duration SQS_TIMEOUT = Duration.ofMillis(2_400);

  /**
   * The longest that one read of a secret takes, including retries. A read takes time from the
   * invocation that the calls to BankID need.
   */
  public static final Duration SECRETS_TIMEOUT = Duration.ofSeconds(3);

  private static final int ATTEMPTS = 3;

  public AwsClients {
    interceptors = List.copyOf(interceptors);
  }

  public DynamoDbClient dynamoDb(Optional<URI> endpoint) {
    return client(
        DynamoDbClient.builder(),
        endpoint,
        new Limits(Duration.ofMillis(500), Duration.ofMillis(900), DYNAMODB_TIMEOUT));
  }

  public SqsClient sqs(Optional<URI> endpoint) {
    return client(
        SqsClient.builder(),
        endpoint,
        new Limits(Duration.ofMillis(500), Duration.ofMillis(1_100), SQS_TIMEOUT));
  }

  public SecretsManagerClient secretsManager(Optional<URI> endpoint) {
    return client(
        SecretsManagerClient.builder(),
        endpoint,
        new Limits(Duration.ofSeconds(1), Duration.ofMillis(1_500), SECRETS_TIMEOUT));
  }

  /**
   * The time limits of a call.
   *
   * @param connect limit for opening the connection alone
   * @param attempt limit from a request to its answer, including the connection
   * @param total limit for one call, including retries
   */
  private record Limits(Duration connect, Duration attempt, Duration total) {}

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, Optional<URI> endpoint, Limits limits) {
    endpoint.ifPresent(builder::endpointOverride);
    return builder
        .region(region)
        .credentialsProvider(credentials)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(limits.connect())
                .socketTimeout(limits.attempt()))
        .overrideConfiguration(override ->
            override
                .apiCallAttemptTimeout(limits.attempt())
                .apiCallTimeout(limits.total())
                .executionInterceptors(interceptors)
                .retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .build()))
        .build();
  }
}
