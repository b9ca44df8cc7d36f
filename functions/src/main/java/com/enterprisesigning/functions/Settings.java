package com.enterprisesigning.functions;

import com.enterprisesigning.evidence.UnconfirmedStep;
import com.enterprisesigning.store.FollowUpQueue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the functions, from environment variables of the same names. The five references
 * ({@code bankIdTlsRoot}, {@code bankIdSignatureRoot}, {@code bankIdClientCertificate}, {@code
 * personKeySecret}, {@code timestampRoot}) say where to read: {@code classpath:...}, {@code
 * file:/...}, or else the name or ARN of a secret in Secrets Manager.
 *
 * @param service the deployment's name ({@code POWERTOOLS_SERVICE_NAME}), a dimension of every
 *     metric
 * @param bankIdUrl without a trailing slash, such as {@code https://appapi2.bankid.com/rp/v6.0}
 * @param bankIdClientCertificate absent if BankID is a simulator that asks for no certificate
 * @param enforcedSteps the unconfirmed steps of the verification that reject a signature ({@code
 *     docs/evidence.md#what-each-step-rests-on}); by default all in a sandbox and none elsewhere
 * @param signingWindow how long an order counts as live ({@code
 *     docs/architecture.md#the-conflict-rules})
 * @param differentIpsBlock how long two starts from different IPs block a person
 * @param phoneBlock how long a conflict with a start by phone blocks a person
 * @param collectInterval the shortest time between two collects of one order at BankID
 * @param evidenceRetention how long a signature is kept
 * @param followUp the delays of the follow-up messages after the create, ascending
 * @param followUpQueueUrl the queue's URL as SQS gives it
 * @param timestampUrl the authority that stamps evidence (RFC 3161); if absent, none does
 * @param timestampRoot the only certificate that time stamps may chain to; present with the URL
 * @param dynamoDbEndpoint replaces the SDK's default endpoint
 * @param secretsManagerEndpoint replaces the SDK's default endpoint
 * @param sqsEndpoint replaces the SDK's default endpoint
 */
public record Settings(
    Environment environment,
    String service,
    String tableName,
    URI bankIdUrl,
    String bankIdTlsRoot,
    String bankIdSignatureRoot,
    Optional<String> bankIdClientCertificate,
    String personKeySecret,
    Set<UnconfirmedStep> enforcedSteps,
    Duration signingWindow,
    Duration differentIpsBlock,
    Duration phoneBlock,
    Duration collectInterval,
    Duration evidenceRetention,
    List<Duration> followUp,
    URI followUpQueueUrl,
    Optional<URI> timestampUrl,
    Optional<String> timestampRoot,
    String awsRegion,
    Optional<URI> dynamoDbEndpoint,
    Optional<URI> secretsManagerEndpoint,
    Optional<URI> sqsEndpoint) {

  private static final String DEFAULT_SERVICE = "enterprise-signing";

  /** In seconds. A window or block longer than a day is taken for a typing error. */
  private static final int DAY = 86_400;

  /**
   * In seconds. BankID keeps a completion for 180 seconds, and an order may be signed as soon as it
   * is created.
   */
  private static final int FIRST_DELAY = 170;

  private static final int LONGEST_DELAY = (int) FollowUpQueue.LONGEST_DELAY.toSeconds();

  public Settings {
    enforcedSteps = Set.copyOf(enforcedSteps);
    followUp = List.copyOf(followUp);
  }

  /**
   * Reads the settings. An empty variable counts as absent.
   *
   * @throws IllegalArgumentException if a variable is missing or malformed; the message names each
   *     one and says what to set it to, but never quotes a value
   */
  public static Settings from(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    Optional<Environment> which = variables.required("ENVIRONMENT", Variables.ENVIRONMENT);
    String service =
        variables.optional("POWERTOOLS_SERVICE_NAME", Variables.SERVICE).orElse(DEFAULT_SERVICE);
    Optional<String> tableName = variables.required("TABLE_NAME", Variables.TABLE);
    Optional<URI> bankIdUrl = variables.required("BANKID_URL", Variables.HTTPS_URL);
    Optional<String> tlsRoot = variables.required("BANKID_TLS_ROOT", Variables.REFERENCE);
    Optional<String> signatureRoot =
        variables.required("BANKID_SIGNATURE_ROOT", Variables.REFERENCE);
    Optional<String> clientCertificate =
        variables.optional("BANKID_CLIENT_CERTIFICATE", Variables.REFERENCE);
    Optional<String> personKeySecret = variables.required("PERSON_KEY_SECRET", Variables.REFERENCE);
    Optional<Set<UnconfirmedStep>> enforced =
        variables.optional("ENFORCED_STEPS", Variables.ENFORCED_STEPS);
    Duration signingWindow = variables.seconds("SIGNING_WINDOW_SECONDS", 180, 1, DAY);
    Duration differentIpsBlock = variables.seconds("CROSS_IP_BLOCK_SECONDS", 180, 1, DAY);
    Duration phoneBlock = variables.seconds("PHONE_BLOCK_SECONDS", 60, 1, DAY);
    int collectMillis = variables.number("COLLECT_INTERVAL_MILLIS", 1800, 0, 60_000);
    int retentionDays = variables.number("EVIDENCE_RETENTION_DAYS", 3650, 1, 36_500);
    List<Duration> followUp =
        variables
            .optional(
                "FOLLOW_UP_SECONDS",
                Variables.delays(FIRST_DELAY, LONGEST_DELAY, FollowUpQueue.MOST_DELAYS))
            .orElse(List.of(Duration.ofSeconds(95), Duration.ofSeconds(185)));
    Optional<URI> queue = variables.required("FOLLOW_UP_QUEUE_URL", Variables.QUEUE_URL);
    Optional<URI> timestampUrl = variables.optional("TIMESTAMP_URL", Variables.TIMESTAMP_URL);
    Optional<String> timestampRoot =
        timestampUrl.isPresent()
            ? variables.required("TIMESTAMP_ROOT", Variables.REFERENCE)
            : Optional.empty();
    Optional<String> region = variables.required("AWS_REGION", Variables.REGION);
    Optional<URI> dynamoDb = variables.optional("AWS_ENDPOINT_URL_DYNAMODB", Variables.URL);
    Optional<URI> secrets = variables.optional("AWS_ENDPOINT_URL_SECRETS_MANAGER", Variables.URL);
    Optional<URI> sqs = variables.optional("AWS_ENDPOINT_URL_SQS", Variables.URL);
    variables.refuse();
    return new Settings(
        which.orElseThrow(),
        service,
        tableName.orElseThrow(),
        bankIdUrl.orElseThrow(),
        tlsRoot.orElseThrow(),
        signatureRoot.orElseThrow(),
        clientCertificate,
        personKeySecret.orElseThrow(),
        enforced.orElseGet(() -> which.orElseThrow().enforcedSteps()),
        signingWindow,
        differentIpsBlock,
        phoneBlock,
        Duration.ofMillis(collectMillis),
        Duration.ofDays(retentionDays),
        followUp,
        queue.orElseThrow(),
        timestampUrl,
        timestampRoot,
        region.orElseThrow(),
        dynamoDb,
        secrets,
        sqs);
  }
}
