package com.enterprisesigning.sqs;

import com.enterprisesigning.aws.AwsConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The connection to SQS, with every time-out and retry set ({@code docs/architecture.md#timing}).
 */
public final class SqsConnection {
  /**
   * The longest that one call takes, including retries. A start waits for it between BankID's
   * answer and the activation ({@code Timing.LEFT_TO_CREATE}).
   */
  public static final Duration TOTAL_TIMEOUT = Duration.ofMillis(2_400);

  private static final AwsConnection CONNECTION =
      new AwsConnection(Duration.ofMillis(500), Duration.ofMillis(1_100), TOTAL_TIMEOUT, 3);

  private SqsConnection() {}

  /**
   * Creates a client for one region.
   *
   * @param endpoint present if it is not AWS's own ({@code AWS_ENDPOINT_URL_SQS})
   * @param interceptors of its requests
   */
  public static SqsClient client(
      Region region,
      Optional<URI> endpoint,
      AwsCredentialsProvider credentials,
      ExecutionInterceptor... interceptors) {
    return CONNECTION.client(SqsClient.builder(), region, endpoint, credentials, interceptors);
  }
}
