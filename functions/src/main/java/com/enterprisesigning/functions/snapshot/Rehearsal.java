package com.enterprisesigning.functions.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.ConflictRules;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.dynamodb.DynamoDbEvidences;
import com.enterprisesigning.dynamodb.DynamoDbGuards;
import com.enterprisesigning.dynamodb.DynamoDbProcesses;
import com.enterprisesigning.dynamodb.DynamoDbSignings;
import com.enterprisesigning.dynamodb.SigningTable;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import com.enterprisesigning.http.ApiAnswer;
import com.enterprisesigning.http.ApiRequest;
import com.enterprisesigning.http.Caller;
import com.enterprisesigning.http.CancelCall;
import com.enterprisesigning.http.CollectCall;
import com.enterprisesigning.http.Endpoint;
import com.enterprisesigning.http.GetEvidenceCall;
import com.enterprisesigning.http.GetProcessCall;
import com.enterprisesigning.http.RegisterProcessCall;
import com.enterprisesigning.http.StartCall;
import com.enterprisesigning.http.StartPhoneCall;
import com.enterprisesigning.http.WithdrawProcessCall;
import com.enterprisesigning.secrets.Secrets;
import com.enterprisesigning.secrets.SecretsManagerSecrets;
import com.enterprisesigning.signing.Deadline;
import com.enterprisesigning.signing.PersonKeys;
import com.enterprisesigning.signing.SigningCore;
import com.enterprisesigning.signing.SigningService;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.sqs.SqsFollowUpQueue;
import com.enterprisesigning.store.HandedOut;
import com.enterprisesigning.store.Table;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Plays the calls of the contract one after another, for a client and a person that do not exist.
 * Every condition holds, so there is no conflict. One order is completed, with a signature that is
 * rejected.
 */
public final class Rehearsal {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String CLIENT = "rehearsal";
  private static final URI QUEUE = URI.create("https://sqs.invalid/rehearsal");

  /** The personal number is one that the tax agency reserves for tests. */
  private static final String REGISTRATION =
      """
      {"reference": "rehearsal", "participants":
        [{"personal_number": "189001019802", "user_visible_data": "Rehearsal."}]}
      """;

  private static final Verdict REJECTED =
      new Verdict(
          List.of(new VerificationStep("REHEARSAL", false, Optional.empty())), Optional.empty());

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create(CLIENT, CLIENT));

  private static final Caller CALLER =
      new Caller(
          Optional.of(CLIENT), Set.of("signing/sign", "signing/register", "signing/evidence"));

  private final OfflineAws aws = new OfflineAws();
  private final LoopbackBankId bankId;
  private final SigningService service;
  private final Clock clock;

  private Rehearsal(LoopbackBankId bankId, Clock clock) {
    this.bankId = bankId;
    this.service = core(aws, bankId.client(), clock);
    this.clock = clock;
  }

  /**
   * Plays the calls once; repeating them does not make the function faster ({@code
   * docs/performance.md#what-was-tried}).
   *
   * @throws IllegalStateException if a call is not answered as expected
   */
  public static void run(Clock clock) {
    try (LoopbackBankId bankId = LoopbackBankId.open(clock)) {
      Rehearsal rehearsal = new Rehearsal(bankId, clock);
      rehearsal.signOnADevice();
      rehearsal.signByPhone();
    }
  }

  /**
   * Keeps a completion that does not exist, so that the first real one does not wait for classes to
   * be loaded between BankID's answer and its first write. A function that starts without a
   * snapshot has time for no more.
   */
  public static void keepCompletion(Clock clock) {
    Instant now = clock.instant();
    UUID nobody = new UUID(0, 0);
    HandedOut handedOut =
        new HandedOut(
            new PersonKey("0".repeat(64)),
            new Order(nobody, nobody, CLIENT, Channel.START, Optional.empty()),
            new Completion(
                "{\"signature\":\"cmVoZWFyc2Fs\"}",
                CLIENT,
                new Completion.Signer("", "", "", ""),
                new Completion.Device("", Optional.empty()),
                "cmVoZWFyc2Fs",
                "cmVoZWFyc2Fs"),
            now,
            now);
    DynamoDbClient dynamoDb = client(DynamoDbClient.builder(), new OfflineAws());
    var _ =
        new DynamoDbEvidences(new SigningTable(dynamoDb, CLIENT, duration -> {}, Supplier::get))
            .keep(handedOut);
  }

  private static SigningCore core(OfflineAws aws, BankId bankId, Clock clock) {
    DynamoDbClient dynamoDb = client(DynamoDbClient.builder(), aws);
    SqsClient sqs = client(SqsClient.builder(), aws);
    Secrets secrets = new SecretsManagerSecrets(client(SecretsManagerClient.builder(), aws));
    SigningTable table = new SigningTable(dynamoDb, CLIENT, duration -> {}, Supplier::get);
    return new SigningCore(
        new Table(
            new DynamoDbGuards(table),
            new DynamoDbSignings(table, end -> {}),
            new DynamoDbProcesses(table),
            new DynamoDbEvidences(table)),
        new SqsFollowUpQueue(sqs, QUEUE),
        bankId,
        (completion, text, requirement, signer) -> REJECTED,
        Optional.empty(),
        new PersonKeys(() -> secrets.read(CLIENT)),
        new ConflictRules(MINUTE, MINUTE, MINUTE),
        new Timing(MINUTE, Duration.ZERO, MINUTE, List.of(MINUTE)),
        decision -> {},
        new SigningCore.Surroundings(clock, duration -> {}, new Ids()::next));
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, OfflineAws aws) {
    return builder
        .region(Region.AWS_GLOBAL)
        .credentialsProvider(CREDENTIALS)
        .httpClient(aws)
        .build();
  }

  /** Not random: values drawn before a snapshot are the same in every restored function. */
  private static final class Ids {
    private long last;

    UUID next() {
      last++;
      return new UUID(0, last);
    }
  }

  private void signOnADevice() {
    aws.forget();
    JsonNode process = register();
    String participant = participant(process);
    play(200, StartCall::new, participant);
    play(200, CollectCall::new, participant);
    play(200, GetProcessCall::new, id(process));
    play(204, CancelCall::new, participant);
    play(404, Rehearsal::evidence, participant);
  }

  private void signByPhone() {
    aws.forget();
    JsonNode process = register();
    String participant = participant(process);
    play(200, StartPhoneCall::new, participant);
    play(200, CollectCall::new, participant);
    bankId.complete();
    play(200, CollectCall::new, participant);
    play(200, Rehearsal::evidence, participant);
    play(204, WithdrawProcessCall::new, id(process));
  }

  private JsonNode register() {
    String registered = play(201, RegisterProcessCall::new, "", REGISTRATION).orElseThrow();
    try {
      return new JsonMapper().readTree(registered);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the rehearsed registration was not answered with JSON", e);
    }
  }

  private static String id(JsonNode process) {
    return process.get("id").textValue();
  }

  private static String participant(JsonNode process) {
    return process.at("/participants/0/id").textValue();
  }

  /** Answers JSON, which needs no root. */
  private static Endpoint evidence(SigningService service, Clock clock) {
    return new GetEvidenceCall(
        service,
        () -> {
          throw new IllegalStateException("a rehearsal asks for no package");
        },
        clock);
  }

  /** Plays a call about this id, which the call reads from the path or the body. */
  private void play(int status, BiFunction<SigningService, Clock, Endpoint> call, String id) {
    var _ = play(status, call, id, "{\"participant_id\":\"" + id + "\"}");
  }

  private Optional<String> play(
      int status, BiFunction<SigningService, Clock, Endpoint> call, String id, String body) {
    ApiRequest request =
        new ApiRequest(
            "/signing",
            Optional.of(id),
            Map.of(),
            Map.of("content-type", "application/json"),
            body.getBytes(UTF_8),
            "192.0.2.1",
            CALLER,
            CLIENT,
            new Deadline(clock.instant().plus(LIFE), clock));
    ApiAnswer answer = call.apply(service, clock).answer(request);
    if (answer.status() != status) {
      throw new IllegalStateException("the rehearsal got " + answer + " instead of " + status);
    }
    return answer.body().map(it -> it instanceof ApiAnswer.Body.Text(String text) ? text : "");
  }
}
