package com.enterprisesigning.localstack;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * LocalStack, one for all tests: that of {@code -Dlocalstack.endpoint=http://127.0.0.1:4566}, or a
 * container where Docker answers. Where neither is there the tests are skipped, and say why.
 */
public final class LocalStack {
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private static final Optional<URI> ENDPOINT = running().or(LocalStack::started);

  private LocalStack() {}

  /** Skips the test where it is not there. */
  public static void assumeThere() {
    Assumptions.assumeTrue(
        ENDPOINT.isPresent(),
        "Docker does not answer, so LocalStack cannot be started for this test. To use a running"
            + " LocalStack, set -Dlocalstack.endpoint=http://127.0.0.1:4566");
  }

  /** A client of one of its services, as patient as a first call of LocalStack needs it. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder) {
    return builder
        .region(Region.EU_NORTH_1)
        .endpointOverride(ENDPOINT.orElseThrow())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static Optional<URI> running() {
    return Optional.ofNullable(System.getProperty("localstack.endpoint")).map(URI::create);
  }

  /** It is stopped by Testcontainers when the tests' process has ended. */
  private static Optional<URI> started() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return Optional.empty();
    }
    LocalStackContainer container =
        new LocalStackContainer(IMAGE).withServices("dynamodb", "sqs", "secretsmanager");
    container.start();
    return Optional.of(container.getEndpoint());
  }
}
