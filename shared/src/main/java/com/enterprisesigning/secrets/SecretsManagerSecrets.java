package com.enterprisesigning.secrets;

import com.enterprisesigning.aws.AwsConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets of AWS Secrets Manager, by name or ARN; the current version's text. */
public final class SecretsManagerSecrets implements Secrets {
  /** The longest that a read takes: a share of the function's time-out, which BankID needs. */
  public static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(3);

  private static final AwsConnection CONNECTION =
      new AwsConnection(Duration.ofSeconds(1), Duration.ofMillis(1_500), TOTAL_TIMEOUT, 3);

  private final SecretsManagerClient client;

  public SecretsManagerSecrets(SecretsManagerClient client) {
    this.client = client;
  }

  /**
   * The client with the time-outs and retries of this class.
   *
   * @param endpoint where it is not AWS's own ({@code AWS_ENDPOINT_URL_SECRETS_MANAGER})
   */
  public static SecretsManagerClient client(
      Region region, Optional<URI> endpoint, AwsCredentialsProvider credentials) {
    return CONNECTION.client(SecretsManagerClient.builder(), region, endpoint, credentials);
  }

  @Override
  public String read(String reference) {
    return Optional.ofNullable(current(reference))
        .orElseThrow(() ->
            new SecretUnreadable(reference, "it is binary.", "Store it as text (SecretString)."));
  }

  private String current(String reference) {
    try {
      return client.getSecretValue(request -> request.secretId(reference)).secretString();
    } catch (ResourceNotFoundException e) {
      throw new SecretUnreadable(
          reference,
          "Secrets Manager has none of this name in " + region() + ".",
          "Check name, region and account, and that it has a value.",
          e);
    } catch (AwsServiceException e) {
      throw new SecretUnreadable(
          reference,
          "Secrets Manager refused (HTTP " + e.statusCode() + ", " + code(e) + ").",
          "Check that this function's role may secretsmanager:GetSecretValue, and kms:Decrypt.",
          e);
    } catch (SdkException e) {
      throw new SecretUnreadable(
          reference,
          "Secrets Manager did not answer (" + e.getClass().getSimpleName() + ").",
          "Check the network, and credentials of this process; it is asked again.",
          e);
    }
  }

  private String region() {
    return client.serviceClientConfiguration().region().id();
  }

  private static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null ? "no code" : e.awsErrorDetails().errorCode();
  }
}
