package com.enterprisesigning.functions;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.client.BankIdClient;
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
import com.enterprisesigning.secrets.ClientCertificate;
import com.enterprisesigning.secrets.RootCertificate;
import com.enterprisesigning.secrets.SecretReferences;
import com.enterprisesigning.secrets.Secrets;
import com.enterprisesigning.secrets.SecretsManagerSecrets;
import com.enterprisesigning.signing.Pause;
import com.enterprisesigning.signing.PersonKeys;
import com.enterprisesigning.signing.Processes;
import com.enterprisesigning.signing.SigningApi;
import com.enterprisesigning.signing.SigningProtocols;
import com.enterprisesigning.signing.Timing;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * The wired core. The one place where settings become objects; a function makes one when it starts,
 * the local run makes one for all handlers.
 *
 * @param api the eight calls
 * @param processes where registrations are kept
 * @param personKeys what stands for persons
 * @param clock what every rule, QR code and {@code Retry-After} counts by
 */
public record Application(SigningApi api, Processes processes, PersonKeys personKeys, Clock clock) {

  /** As a function has it: the machine's time, the function's own role. */
  public static Application from(Settings settings) {
    return from(settings, DefaultCredentialsProvider.builder().build(), Clock.systemUTC());
  }

  /** With credentials and a clock of the caller's. */
  public static Application from(
      Settings settings, AwsCredentialsProvider credentials, Clock clock) {
    Region region = Region.of(settings.awsRegion());
    Secrets secretsManager =
        new SecretsManagerSecrets(
            SecretsManagerSecrets.client(region, settings.secretsManagerEndpoint(), credentials));
    Secrets secrets = new SecretReferences(() -> secretsManager);
    PersonKeys personKeys = new PersonKeys(secrets.read(settings.personKeySecret()));
    SigningTable signingTable =
        new SigningTable(
            DynamoDbConnection.client(region, settings.dynamoDbEndpoint(), credentials),
            settings.tableName(),
            Pause::sleeping);
    SigningProtocols.Table table =
        new SigningProtocols.Table(
            new DynamoDbGuards(signingTable),
            new DynamoDbSignings(signingTable),
            new DynamoDbProcesses(signingTable),
            new DynamoDbEvidences(signingTable));
    SigningProtocols protocols =
        new SigningProtocols(
            table,
            bankId(settings, secrets, clock),
            verification(settings, secrets),
            personKeys,
            new ConflictRules(
                settings.signingWindow(), settings.crossIpBlock(), settings.phoneBlock()),
            new Timing(
                settings.signingWindow(), settings.collectInterval(), settings.evidenceRetention()),
            new SigningProtocols.Surroundings(clock, Pause::sleeping, UUID::randomUUID));
    return new Application(protocols, table.processes(), personKeys, clock);
  }

  private static BankId bankId(Settings settings, Secrets secrets, Clock clock) {
    Optional<String> reference = settings.bankIdClientCertificate();
    return new BankIdClient(
        settings.bankIdUrl(),
        RootCertificate.parse(settings.bankIdTlsRoot(), secrets.read(settings.bankIdTlsRoot())),
        () -> reference.map(ref -> ClientCertificate.parse(ref, secrets.read(ref))),
        new BankIdLog(),
        clock);
  }

  private static Verification verification(Settings settings, Secrets secrets) {
    return new SignatureVerification(
        SignatureRoots.parse(secrets.read(settings.bankIdSignatureRoot())));
  }
}
