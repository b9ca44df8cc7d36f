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
 * How long a service of AWS is waited for, and how often it is asked (design section 11): retry
 * mode standard, nothing left to a default.
 *
 * @param connect for the connection alone
 * @param attempt from a request to its answer, the connection included
 * @param total the longest that one call takes, retries included
 * @param attempts of one call
 */
public record AwsConnection(Duration connect, Duration attempt, Duration total, int attempts) {

  /**
   * A client of a service in one region.
   *
   * @param builder the service's own
   * @param endpoint where it is not AWS's own
   * @param interceptors of its requests
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
