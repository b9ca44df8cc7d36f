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

/**
 * The time limits and attempts of calls to an AWS service ({@code docs/architecture.md#timing}).
 * The retry mode is standard, and nothing is left to a default.
 *
 * @param connect limit for opening the connection alone
 * @param attempt limit from a request to its answer, including the connection
 * @param total limit for one call, including retries
 * @param attempts number of attempts for one call
 */
public record AwsConnection(Duration connect, Duration attempt, Duration total, int attempts) {

  /**
   * Returns a client of a service in one region.
   *
   * @param builder the service's own client builder
   * @param endpoint the endpoint to use instead of AWS's own
   * @param interceptors the interceptors of the client's requests
   */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder,
      Region region,
      Optional<URI> endpoint,
      AwsCredentialsProvider credentials,
      ExecutionInterceptor... interceptors) {
    endpoint.ifPresent(builder::endpointOverride);
    return builder
        .region(region)
        .credentialsProvider(credentials)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(attempt))
        .overrideConfiguration(override ->
            override
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(total)
                .executionInterceptors(List.of(interceptors))
                .retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(attempts)
                        .build()))
        .build();
  }
}
