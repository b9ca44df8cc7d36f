package com.enterprisesigning.functions;

import com.enterprisesigning.bankid.client.BankIdClient;
import com.enterprisesigning.bankid.client.Rehearsal;
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
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * The wired core. The one place where settings become objects; a function makes one when it starts,
 * the local run makes one for all handlers. Secrets are read when they are first needed: a function
 * may read no other's, and none is frozen into a snapshot.
 *
 * @param api the eight calls, as an invocation that ends then makes them
 * @param followUp what sees to the queue's messages, likewise
 * @param reverification what verifies rejected completions again, likewise
 * @param startup what comes before the first event
 * @param clock what every rule, QR code and {@code Retry-After} counts by
 */
public record Application(
    Function<Deadline, SigningApi> api,
    Function<Deadline, FollowUp> followUp,
    Function<Deadline, Reverification> reverification,
    Startup startup,
    Clock clock) {

  /** As a function has it: the machine's time, the function's own role. */
  static Application onLambda(Needs needs) {
    PassingSession session =
        new PassingSession(Application::credentials, Startup.isBeforeSnapshot(System.getenv()));
    return from(Settings.from(System.getenv()), session, Clock.systemUTC(), needs);
  }

  /**
   * The same for what speaks to BankID, which must not start without the roots of its environment
   * (bankid-facts section 6), nor read them while it holds a completion.
   *
   * @throws RuntimeException that names the setting, where a root cannot be read or is another
   */
  public Application connected() {
    startup.connect();
    return this;
  }

  /** Those that the SDK finds: of the function's role, or of an operator's shell. */
  static AwsCredentialsProvider credentials() {
    return DefaultCredentialsProvider.builder().build();
  }

  /** With credentials and a clock of the caller's. */
  public static Application from(
      Settings settings, AwsCredentialsProvider credentials, Clock clock) {
    return from(settings, new PassingSession(() -> credentials, false), clock, Needs.BANKID);
  }

  private static Application from(
      Settings settings, PassingSession session, Clock clock, Needs needs) {
    Secrets secrets = secrets(settings, session);
    Table table = table(settings, session);
    Deferred<BankIdSide> bankIdSide = new Deferred<>(() -> bankIdSide(settings, secrets, clock));
    Deferred<String> personKeySecret =
        new Deferred<>(() -> secrets.read(settings.personKeySecret()));
    SigningProtocols protocols =
        new SigningProtocols(
            table,
            queue(settings, session),
            new DeferredBankId(() -> bankIdSide.get().bankId()),
            (completion, text, signer) ->
                bankIdSide.get().verification().verify(completion, text, signer),
            new PersonKeys(personKeySecret),
            new ConflictRules(
                settings.signingWindow(), settings.crossIpBlock(), settings.phoneBlock()),
            new Timing(
                settings.signingWindow(),
                settings.collectInterval(),
                settings.evidenceRetention(),
                settings.followUp()),
            audit(settings, clock),
            new SigningProtocols.Surroundings(clock, Pause::sleeping, UUID::randomUUID));
    Startup startup =
        switch (needs) {
          case BANKID ->
              new Startup(
                  bankIdSide::prepare,
                  List.of(
                      () -> table.signings().signing(PrimingEvents.NEVER),
                      () -> Rehearsal.run(clock)),
                  () -> bankIdSide.get().bankId().load(),
                  session::end);
          case PERSON_KEYS ->
              new Startup(
                  () -> {},
                  List.of(() -> table.processes().process(PrimingEvents.NEVER)),
                  personKeySecret::prepare,
                  session::end);
          case NO_SECRET -> new Startup(() -> {}, List.of(), () -> {}, session::end);
        };
    return new Application(
        protocols::api, protocols::followUp, protocols::reverification, startup, clock);
  }

  /** What {@link #api} registers by, but with ids of the caller's. */
  public static Registration registration(
      Settings settings, AwsCredentialsProvider credentials, Clock clock, Supplier<UUID> ids) {
    PassingSession session = new PassingSession(() -> credentials, false);
    return new Registration(
        table(settings, session).processes(),
        new PersonKeys(
            new Deferred<>(() -> secrets(settings, session).read(settings.personKeySecret()))),
        clock,
        ids);
  }

  private static Secrets secrets(Settings settings, PassingSession session) {
    Secrets secretsManager =
        new SecretsManagerSecrets(
            SecretsManagerSecrets.client(
                Region.of(settings.awsRegion()),
                settings.secretsManagerEndpoint(),
                session,
                session));
    return new SecretReferences(() -> secretsManager);
  }

  private static Table table(Settings settings, PassingSession session) {
    SigningTable table =
        new SigningTable(
            DynamoDbConnection.client(
                Region.of(settings.awsRegion()), settings.dynamoDbEndpoint(), session, session),
            settings.tableName(),
            Pause::sleeping);
    return new Table(
        new DynamoDbGuards(table),
        new DynamoDbSignings(table),
        new DynamoDbProcesses(table),
        new DynamoDbEvidences(table));
  }

  private static FollowUpQueue queue(Settings settings, PassingSession session) {
    return new SqsFollowUpQueue(
        SqsConnection.client(
            Region.of(settings.awsRegion()), settings.sqsEndpoint(), session, session),
        settings.followUpQueueUrl());
  }

  /** Each decision is told, and counted where it is a completion. */
  private static Audit audit(Settings settings, Clock clock) {
    Audit log = new AuditLog();
    Audit metrics = new CompletionMetrics(settings.environment(), clock);
    return decision -> {
      log.record(decision);
      metrics.record(decision);
    };
  }

  /** Made whole before BankID is first called: a completion must never wait for a root. */
  private record BankIdSide(BankIdClient bankId, Verification verification) {}

  private static BankIdSide bankIdSide(Settings settings, Secrets secrets, Clock clock) {
    BankIdClient bankId =
        new BankIdClient(
            settings.bankIdUrl(),
            RootCertificate.parse(settings.bankIdTlsRoot(), secrets.read(settings.bankIdTlsRoot())),
            new StoredClientCertificates(secrets, settings.bankIdClientCertificate()),
            new BankIdLog(),
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
