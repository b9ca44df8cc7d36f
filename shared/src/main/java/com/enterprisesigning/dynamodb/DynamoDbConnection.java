package com.enterprisesigning.dynamodb;

import com.enterprisesigning.aws.AwsConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The connection to DynamoDB, with every time-out and retry set ({@code
 * docs/architecture.md#timing}).
 */
public final class DynamoDbConnection {
  /** The longest that one call takes, including retries. */
  public static final Duration TOTAL_TIMEOUT = Duration.ofMillis(2_900);

  private static final AwsConnection CONNECTION =
      new AwsConnection(Duration.ofMillis(500), Duration.ofMillis(900), TOTAL_TIMEOUT, 3);

  private DynamoDbConnection() {}

  /**
   * Creates a client for one region.
   *
   * @param endpoint present if it is not AWS's own ({@code AWS_ENDPOINT_URL_DYNAMODB})
   * @param interceptors of its requests
   */
  public static DynamoDbClient client(
      Region region,
      Optional<URI> endpoint,
      AwsCredentialsProvider credentials,
      ExecutionInterceptor... interceptors) {
    return CONNECTION.client(DynamoDbClient.builder(), region, endpoint, credentials, interceptors);
  }
}
