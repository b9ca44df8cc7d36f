package com.enterprisesigning.functions;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.client.BankIdClient;
import com.enterprisesigning.bankid.client.BankIdListener;
import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.dynamodb.DynamoDbConnection;
import com.enterprisesigning.dynamodb.DynamoDbEvidences;
import com.enterprisesigning.dynamodb.DynamoDbGuards;
import com.enterprisesigning.dynamodb.DynamoDbProcesses;
import com.enterprisesigning.dynamodb.DynamoDbSignings;
import com.enterprisesigning.dynamodb.SigningTable;
import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.evidence.SignatureVerification;
import com.enterprisesigning.evidence.Verification;
import com.enterprisesigning.functions.metrics.CertificateMetrics;
import com.enterprisesigning.functions.metrics.DecisionMetrics;
import com.enterprisesigning.functions.metrics.Dimension;
import com.enterprisesigning.functions.metrics.EmbeddedMetrics;
import com.enterprisesigning.functions.metrics.MeasuredBankId;
import com.enterprisesigning.functions.metrics.Metric;
import com.enterprisesigning.functions.metrics.RescueMetrics;
import com.enterprisesigning.secrets.RootCertificate;
import com.enterprisesigning.secrets.SecretReferences;
import com.enterprisesigning.secrets.Secrets;
import com.enterprisesigning.secrets.SecretsManagerSecrets;
import com.enterprisesigning.secrets.StoredClientCertificates;
import com.enterprisesigning.signing.Audit;
import com.enterprisesigning.signing.Deadline;
import com.enterprisesigning.signing.FollowUp;
import com.enterprisesigning.signing.FollowUpQueue;
import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.signing.PersonKeys;
import com.enterprisesigning.signing.Registration;
import com.enterprisesigning.signing.Reverification;
import com.enterprisesigning.signing.SigningApi;
import com.enterprisesigning.signing.SigningProtocols;
import com.enterprisesigning.signing.Table;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.sqs.SqsConnection;
import com.enterprisesigning.sqs.SqsFollowUpQueue;
import com.enterprisesigning.time.TimeSpent;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The wired core. The one place where settings become objects; a function makes one when it starts,
 * the local run makes one for all handlers. Secrets are read when they are first needed: a function
 * may read no other's, and none is frozen into a snapshot.
 *
 * @param api the eight calls, as one invocation makes them
 * @param followUp what sees to the queue's messages, likewise
 * @param reverification what verifies rejected completions again, likewise
 * @param connect reads what BankID and a completion's verification need, at once
 * @param metrics what is counted, by whatever counts
 * @param nanoTime what every duration in log and metrics is measured by
 * @param clock what every rule, QR code and {@code Retry-After} counts by
 */
public record Application(
    Function<Invocation, SigningApi> api,
    Function<Invocation, FollowUp> followUp,
    Function<Invocation, Reverification> reverification,
    Runnable connect,
    EmbeddedMetrics metrics,
    LongSupplier nanoTime,
    Clock clock) {

  /** As a function has it: the machine's time, the function's own role. */
  public static Application fromEnvironment() {
    return from(Settings.from(System.getenv()), credentials(), Clock.systemUTC());
  }

  /**
   * The same for a function that speaks to BankID, which must not start without the roots of its
   * environment (bankid-facts section 6), nor read them while it holds a completion.
   *
   * @throws RuntimeException that names the setting, where a root cannot be read or is another
   */
  public Application connected() {
    connect.run();
    return this;
  }

  /** Those that the SDK finds: of the function's role, or of an operator's shell. */
  static AwsCredentialsProvider credentials() {
    return DefaultCredentialsProvider.builder().build();
  }

  /** With credentials and a clock of the caller's. */
  public static Application from(
      Settings settings, AwsCredentialsProvider credentials, Clock clock) {
    Secrets secrets = secrets(settings, credentials);
    EmbeddedMetrics metrics = new EmbeddedMetrics(settings.service(), clock);
    Supplier<BankIdSide> bankIdSide =
        new Deferred<>(() -> bankIdSide(settings, secrets, metrics, clock));
    DynamoDbClient dynamoDb = dynamoDb(settings, credentials);
    FollowUpQueue queue = queue(settings, credentials);
    BankId bankId = new DeferredBankId(() -> bankIdSide.get().bankId());
    PersonKeys personKeys = personKeys(settings, secrets);
    BiFunction<Invocation, Audit, SigningProtocols> protocols =
        (invocation, audit) ->
            new SigningProtocols(
                table(settings, dynamoDb, metrics, invocation.inTable()),
                queue,
                new MeasuredBankId(bankId, invocation.inBankId(), metrics),
                (completion, text, signer) ->
                    bankIdSide.get().verification().verify(completion, text, signer),
                personKeys,
                new ConflictRules(
                    settings.signingWindow(), settings.crossIpBlock(), settings.phoneBlock()),
                new Timing(
                    settings.signingWindow(),
                    settings.collectInterval(),
                    settings.evidenceRetention(),
                    settings.followUp()),
                audit,
                new SigningProtocols.Surroundings(clock, Pause::sleeping, UUID::randomUUID));
    Audit audit = all(new AuditLog(), new DecisionMetrics(metrics));
    Audit ofFollowUp = all(audit, new RescueMetrics(metrics));
    return new Application(
        call -> protocols.apply(call, audit).api(call.deadline()),
        message -> protocols.apply(message, ofFollowUp).followUp(message.deadline()),
        run -> protocols.apply(run, audit).reverification(run.deadline()),
        () -> Objects.requireNonNull(bankIdSide.get()),
        metrics,
        System::nanoTime,
        clock);
  }

  /** One that has just begun. */
  public Invocation invocation(Deadline deadline) {
    return Invocation.until(deadline, nanoTime);
  }

  /** What {@link #api} registers by, but with ids of the caller's. */
  public static Registration registration(
      Settings settings, AwsCredentialsProvider credentials, Clock clock, Supplier<UUID> ids) {
    return new Registration(
        new DynamoDbProcesses(
            new SigningTable(
                dynamoDb(settings, credentials),
                settings.tableName(),
                Pause::sleeping,
                new TimeSpent(System::nanoTime))),
        personKeys(settings, secrets(settings, credentials)),
        clock,
        ids);
  }

  private static Secrets secrets(Settings settings, AwsCredentialsProvider credentials) {
    Secrets secretsManager =
        new SecretsManagerSecrets(
            SecretsManagerSecrets.client(
                Region.of(settings.awsRegion()), settings.secretsManagerEndpoint(), credentials));
    return new SecretReferences(() -> secretsManager);
  }

  private static DynamoDbClient dynamoDb(Settings settings, AwsCredentialsProvider credentials) {
    return DynamoDbConnection.client(
        Region.of(settings.awsRegion()), settings.dynamoDbEndpoint(), credentials);
  }

  private static Table table(
      Settings settings, DynamoDbClient client, EmbeddedMetrics metrics, TimeSpent spent) {
    SigningTable table = new SigningTable(client, settings.tableName(), Pause::sleeping, spent);
    return new Table(
        new DynamoDbGuards(table),
        new DynamoDbSignings(
            table, hint -> metrics.count(Metric.OUTCOMES, Dimension.HINT, hint.name())),
        new DynamoDbProcesses(table),
        new DynamoDbEvidences(table));
  }

  private static FollowUpQueue queue(Settings settings, AwsCredentialsProvider credentials) {
    return new SqsFollowUpQueue(
        SqsConnection.client(Region.of(settings.awsRegion()), settings.sqsEndpoint(), credentials),
        settings.followUpQueueUrl());
  }

  private static Audit all(Audit one, Audit other) {
    return decision -> {
      one.record(decision);
      other.record(decision);
    };
  }

  private static PersonKeys personKeys(Settings settings, Secrets secrets) {
    return new PersonKeys(new Deferred<>(() -> secrets.read(settings.personKeySecret())));
  }

  /** Made whole before BankID is first called: a completion must never wait for a root. */
  private record BankIdSide(BankId bankId, Verification verification) {}

  private static BankIdSide bankIdSide(
      Settings settings, Secrets secrets, EmbeddedMetrics metrics, Clock clock) {
    BankIdListener log = new BankIdLog();
    BankIdListener certificates = new CertificateMetrics(metrics, clock);
    BankId bankId =
        new BankIdClient(
            settings.bankIdUrl(),
            RootCertificate.parse(settings.bankIdTlsRoot(), secrets.read(settings.bankIdTlsRoot())),
            new StoredClientCertificates(secrets, settings.bankIdClientCertificate()),
            event -> {
              log.on(event);
              certificates.on(event);
            },
            clock);
    return new BankIdSide(
        bankId, new SignatureVerification(signatureRoots(settings, secrets).certificates(), clock));
  }

  private static SignatureRoots signatureRoots(Settings settings, Secrets secrets) {
    String pem = secrets.read(settings.bankIdSignatureRoot());
    return switch (settings.environment()) {
      case SANDBOX -> SignatureRoots.forSandbox(pem);
      case TEST -> SignatureRoots.forTest(pem);
      case PRODUCTION -> SignatureRoots.forProduction(pem);
    };
  }
}
