package com.enterprisesigning.secrets;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Secrets in AWS Secrets Manager, by name or ARN: the texts of the versions staged {@code
 * AWSCURRENT} and {@code AWSPREVIOUS}.
 */
public final class SecretsManagerSecrets implements Secrets {
  private static final String CURRENT = "AWSCURRENT";
  private static final String PREVIOUS = "AWSPREVIOUS";

  /** The error code if the role lacks a right to the secret or to its key. */
  private static final String DENIED = "AccessDeniedException";

  private static final String CHECK_RIGHTS =
      "Check that this role has secretsmanager:GetSecretValue and kms:Decrypt.";

  private final SecretsManagerClient client;

  public SecretsManagerSecrets(SecretsManagerClient client) {
    this.client = client;
  }

  @Override
  public String read(String reference) {
    try {
      return Optional.ofNullable(text(reference, CURRENT))
          .orElseThrow(() ->
              new SecretUnreadable(reference, "it is binary.", "Store it as text (SecretString)."));
    } catch (ResourceNotFoundException e) {
      throw new SecretUnreadable(
          reference,
          "Secrets Manager has no secret with this name in " + region() + ".",
          "Check the name, the region and the account, and that the secret has a value.",
          e);
    }
  }

  @Override
  public Optional<String> previous(String reference) {
    try {
      return Optional.ofNullable(text(reference, PREVIOUS));
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Returns null if the secret is binary. */
  private String text(String reference, String stage) {
    try {
      return client
          .getSecretValue(request -> request.secretId(reference).versionStage(stage))
          .secretString();
    } catch (ResourceNotFoundException e) {
      throw e;
    } catch (AwsServiceException e) {
      if (e.statusCode() / 100 == 5 || e.isThrottlingException()) {
        throw new SecretsUnavailable(
            reference,
            "Secrets Manager failed (HTTP " + e.statusCode() + ", " + code(e) + ").",
            "The read is retried.",
            e);
      }
      String problem =
          "Secrets Manager refused the call (HTTP " + e.statusCode() + ", " + code(e) + ").";
      throw DENIED.equals(code(e))
          ? new SecretDenied(reference, problem, CHECK_RIGHTS, e)
          : new SecretUnreadable(reference, problem, CHECK_RIGHTS, e);
    } catch (SdkException e) {
      throw new SecretsUnavailable(
          reference,
          "Secrets Manager did not answer (" + e.getClass().getSimpleName() + ").",
          "Check the network and this process's credentials. The read is retried.",
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
