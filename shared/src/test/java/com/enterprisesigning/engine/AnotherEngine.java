package com.enterprisesigning.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
 * The engine that speaks AWS's APIs for all tests tagged {@link #TAG}: the one that {@code
 * -Dengine.endpoint} names, or else LocalStack in a container. The tests run only where one of the
 * two is asked for, and fail where it is missing.
 */
public final class AnotherEngine {
  /** The build leaves these tests out, except in its profile {@code localstack}. */
  public static final String TAG = "another-engine";

  private static final String IMAGE = "localstack/localstack:4.14.0";

  private static final String OR_ANOTHER =
      ", or name an engine that runs already: -Dengine.endpoint=http://127.0.0.1:4566";

  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  /** A start that failed is not tried again: each class of tests fails with its message. */
  private static final CompletableFuture<URI> ENDPOINT =
      CompletableFuture.supplyAsync(AnotherEngine::endpoint);

  private AnotherEngine() {}

  /** Returns a client of one of the engine's services. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder) {
    return builder
        .region(Region.EU_NORTH_1)
        .endpointOverride(ENDPOINT.join())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static URI endpoint() {
    return Optional.ofNullable(System.getProperty("engine.endpoint"))
        .map(URI::create)
        .orElseGet(AnotherEngine::localStack);
  }

  /** Testcontainers stops the container when the tests' process has ended. */
  private static URI localStack() {
    DockerClientFactory docker = DockerClientFactory.instance();
    if (!docker.isDockerAvailable()) {
      throw new IllegalStateException("Docker does not answer. Start it" + OR_ANOTHER);
    }
    try {
      pull(docker.client());
    } catch (RuntimeException | InterruptedException e) {
      throw new IllegalStateException(
          "The image cannot be pulled. Try docker pull " + IMAGE + OR_ANOTHER, e);
    }
    LocalStackContainer container =
        new LocalStackContainer(DockerImageName.parse(IMAGE))
            .withServices("dynamodb", "sqs", "secretsmanager")
            .withStartupTimeout(LONGEST_START);
    container.start();
    return container.getEndpoint();
  }

  /** Pulls a missing image. Testcontainers would retry for minutes where that fails. */
  private static void pull(DockerClient docker) throws InterruptedException {
    try {
      docker.inspectImageCmd(IMAGE).exec();
    } catch (NotFoundException e) {
      docker.pullImageCmd(IMAGE).start().awaitCompletion();
    }
  }
}
