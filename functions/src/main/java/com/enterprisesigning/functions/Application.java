package com.enterprisesigning.functions;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.client.BankIdClient;
import com.enterprisesigning.bankid.client.BankIdEvent;
import com.enterprisesigning.bankid.client.BankIdListener;
import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.evidence.SignatureVerification;
import com.enterprisesigning.evidence.TimestampAuthority;
import com.enterprisesigning.evidence.Verification;
import com.enterprisesigning.functions.metrics.CertificateMetrics;
import com.enterprisesigning.functions.metrics.DecisionMetrics;
import com.enterprisesigning.functions.metrics.EmbeddedMetrics;
import com.enterprisesigning.functions.metrics.MeasuredBankId;
import com.enterprisesigning.functions.metrics.MeasuredTimestampAuthority;
import com.enterprisesigning.functions.metrics.Measures;
import com.enterprisesigning.functions.metrics.RefusalMetrics;
import com.enterprisesigning.functions.metrics.RescueMetrics;
import com.enterprisesigning.functions.snapshot.NewRights;
import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.Rehearsal;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.functions.snapshot.SnapStartHooks;
import com.enterprisesigning.functions.snapshot.SnapshotCredentials;
import com.enterprisesigning.secrets.RootCertificate;
import com.enterprisesigning.secrets.Secrets;
import com.enterprisesigning.secrets.StoredClientCertificates;
import com.enterprisesigning.signing.Audit;
import com.enterprisesigning.signing.AuditRecord;
import com.enterprisesigning.signing.FollowUp;
import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.signing.PersonKeys;
import com.enterprisesigning.signing.Registration;
import com.enterprisesigning.signing.Reverification;
import com.enterprisesigning.signing.SigningCore;
import com.enterprisesigning.signing.SigningService;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.store.Table;
import com.enterprisesigning.timestamp.HttpTimestampAuthority;
import com.enterprisesigning.timestamp.TimestampCircuitBreaker;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.security.auth.x500.X500Principal;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * The wired core, and the only place where settings become objects. A function makes one when it
 * starts; the local run makes one for all handlers. Secrets are read when they are first needed,
 * because a function's role may read only the function's own secrets. No secret may be frozen into
 * a snapshot.
 *
 * @param service answers the eight calls
 * @param followUp handles the queue's messages
 * @param reverification verifies rejected completions again
 * @param signatureRoots the roots that signatures must chain to, read when first needed
 * @param startup what runs before the first event
 * @param metrics shared by everything that counts
 * @param nanoTime measures every duration in the log and the metrics
 * @param clock used by every rule, QR code and {@code Retry-After}
 */
public record Application(
    SigningService service,
    FollowUp followUp,
    Reverification reverification,
    Supplier<SignatureRoots> signatureRoots,
    SnapStartHooks startup,
    EmbeddedMetrics metrics,
    LongSupplier nanoTime,
    Clock clock) {
  /** The relying party as which a sandbox's simulator knows all callers without a certificate. */
  public static final X500Principal SANDBOX =
      new X500Principal("CN=Sandbox Relying Party, O=SANDBOX NOT BANKID, C=SE");

  /**
   * Creates the application of a Lambda function, with the system clock and the function's own
   * role.
   */
  static Application onLambda(RequiredSecrets needs) {
    SnapshotCredentials session =
        new SnapshotCredentials(
            Application::credentials, SnapStartHooks.isBeforeSnapshot(System.getenv()));
    return from(Settings.from(System.getenv()), session, Clock.systemUTC(), needs);
  }

  /**
   * Connects now, because no snapshot is taken. A function that calls BankID must not start without
   * the roots of its environment, and must not have to read them while it holds a completion. See
   * {@code docs/bankid.md#the-signature}.
   *
   * @throws RuntimeException if a root cannot be read or is the wrong one; the message names the
   *     setting
   */
  public Application connected() {
    startup.beginAtOnce();
    return this;
  }

  /**
   * Returns the credentials that the SDK finds: those of the function's role or of an operator's
   * shell.
   */
  static AwsCredentialsProvider credentials() {
    return DefaultCredentialsProvider.builder().build();
  }

  public static Application from(
      Settings settings, AwsCredentialsProvider credentials, Clock clock) {
    return from(settings, credentials, clock, RequiredSecrets.BANKID);
  }

  /** Creates the application of one function, whose startup reads only the secrets it needs. */
  public static Application from(
      Settings settings, AwsCredentialsProvider credentials, Clock clock, RequiredSecrets needs) {
    return from(settings, new SnapshotCredentials(() -> credentials, false), clock, needs);
  }

  private static Application from(
      Settings settings, SnapshotCredentials session, Clock clock, RequiredSecrets needs) {
    AwsServices aws = new AwsServices(settings, session);
    EmbeddedMetrics metrics = new EmbeddedMetrics(settings.service(), clock);
    Deferred<SignatureRoots> signatureRoots =
        new Deferred<>(() -> signatureRoots(settings, aws.secrets()));
    Deferred<BankIdSide> bankIdSide =
        new Deferred<>(() -> bankIdSide(settings, aws.secrets(), signatureRoots, metrics, clock));
    Deferred<String> personKeySecret = personKeySecret(settings, aws);
    BankId bankId = new DeferredBankId(() -> bankIdSide.get().bankId());
    PersonKeys personKeys = new PersonKeys(personKeySecret);
    Table table = aws.table(metrics);
    Optional<TimestampAuthority> timestamps = timestamps(settings, aws, metrics, clock);
    Function<Audit, SigningCore> core =
        audit ->
            new SigningCore(
                table,
                aws.queue(),
                new MeasuredBankId(bankId, metrics),
                (completion, text, requirement, signer) ->
                    bankIdSide.get().verification().verify(completion, text, requirement, signer),
                timestamps,
                personKeys,
                new ConflictRules(
                    settings.signingWindow(), settings.differentIpsBlock(), settings.phoneBlock()),
                new Timing(
                    settings.signingWindow(),
                    settings.collectInterval(),
                    settings.evidenceRetention(),
                    settings.followUp()),
                audit,
                new SigningCore.Surroundings(clock, Pause::sleeping, UUID::randomUUID));
    Audit audit = all(new AuditLog(), new DecisionMetrics(metrics));
    SigningCore calls = core.apply(audit);
    SigningCore messages = core.apply(all(audit, new RescueMetrics(metrics)));
    NewRights rights = new NewRights(clock, Pause::sleeping);
    SnapStartHooks startup =
        switch (needs) {
          case BANKID ->
              new SnapStartHooks(
                  rights,
                  bankIdSide::prepare,
                  List.of(
                      aws::prepare,
                      () -> table.signings().signing(PrimingEvents.NEVER),
                      () -> Rehearsal.run(clock)),
                  () -> bankIdSide.get().bankId().load(),
                  () -> Rehearsal.keepCompletion(clock),
                  session::forget);
          case PERSON_KEYS ->
              new SnapStartHooks(
                  rights,
                  () -> {},
                  List.of(
                      aws::prepare,
                      () -> table.processes().process(PrimingEvents.NEVER),
                      () -> Rehearsal.run(clock)),
                  personKeySecret::prepare,
                  () -> {},
                  session::forget);
          case SIGNATURE_ROOT ->
              new SnapStartHooks(
                  rights,
                  () -> {},
                  List.of(() -> Rehearsal.run(clock), signatureRoots::prepare),
                  () -> {},
                  () -> {},
                  session::forget);
          case NO_SECRET ->
              new SnapStartHooks(
                  rights,
                  () -> {},
                  List.of(() -> Rehearsal.run(clock)),
                  () -> {},
                  () -> {},
                  session::forget);
        };
    return new Application(
        calls,
        messages.followUp(),
        calls.reverification(),
        signatureRoots,
        startup,
        metrics,
        System::nanoTime,
        clock);
  }

  /**
   * Returns the registration that {@link #service} uses, but with the given ids and without audit.
   */
  public static Registration registration(
      Settings settings, AwsCredentialsProvider credentials, Clock clock, Supplier<UUID> ids) {
    return new Registration(
        table(settings, credentials, clock).processes(),
        personKeys(settings, credentials),
        clock,
        ids,
        decision -> {});
  }

  /** Returns the table of these settings. */
  static Table table(Settings settings, AwsCredentialsProvider credentials, Clock clock) {
    return services(settings, credentials).table(new EmbeddedMetrics(settings.service(), clock));
  }

  /** Returns the person keys of these settings, whose secret is read by the first key. */
  static PersonKeys personKeys(Settings settings, AwsCredentialsProvider credentials) {
    return new PersonKeys(personKeySecret(settings, services(settings, credentials)));
  }

  private static AwsServices services(Settings settings, AwsCredentialsProvider credentials) {
    return new AwsServices(settings, new SnapshotCredentials(() -> credentials, false));
  }

  private static Audit all(Audit one, Audit other) {
    return new Audit() {
      @Override
      public void record(AuditRecord decision) {
        one.record(decision);
        other.record(decision);
      }

      @Override
      public void passedOver(UUID participantId, RuntimeException why) {
        one.passedOver(participantId, why);
        other.passedOver(participantId, why);
      }
    };
  }

  private static Deferred<String> personKeySecret(Settings settings, AwsServices aws) {
    return new Deferred<>(() -> aws.secrets().read(settings.personKeySecret()));
  }

  /**
   * The BankID client and the verification. Both are complete before BankID is first called,
   * because a completion must never wait for a root.
   */
  private record BankIdSide(BankIdClient bankId, Verification verification) {}

  private static BankIdSide bankIdSide(
      Settings settings,
      Secrets secrets,
      Supplier<SignatureRoots> signatureRoots,
      EmbeddedMetrics metrics,
      Clock clock) {
    BankIdListener log = new BankIdLog(clock);
    BankIdListener certificates = new CertificateMetrics(metrics, clock);
    BankIdListener refusals = new RefusalMetrics(metrics);
    BankIdClient bankId =
        new BankIdClient(
            settings.bankIdUrl(),
            RootCertificate.parse(settings.bankIdTlsRoot(), secrets.read(settings.bankIdTlsRoot())),
            new StoredClientCertificates(secrets, settings.bankIdClientCertificate()),
            event -> {
              if (event instanceof BankIdEvent.Arrived) {
                Measures.arrived();
              }
              log.on(event);
              certificates.on(event);
              refusals.on(event);
            },
            clock);
    return new BankIdSide(
        bankId,
        new SignatureVerification(
            signatureRoots.get().certificates(),
            settings.bankIdClientCertificate().isPresent()
                ? bankId::anySubject
                : matching -> Optional.of(matching.test(SANDBOX)),
            settings.enforcedSteps(),
            clock));
  }

  private static Optional<TimestampAuthority> timestamps(
      Settings settings, AwsServices aws, EmbeddedMetrics metrics, Clock clock) {
    return settings
        .timestampUrl()
        .<TimestampAuthority>map(url -> {
          String root = settings.timestampRoot().orElseThrow();
          Deferred<TimestampAuthority> authority =
              new Deferred<>(() ->
                  new HttpTimestampAuthority(
                      url,
                      RootCertificate.parse(root, aws.secrets().read(root)).certificate(),
                      clock));
          return new TimestampCircuitBreaker(
              new MeasuredTimestampAuthority(new DeferredTimestampAuthority(authority), metrics),
              clock);
        });
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
