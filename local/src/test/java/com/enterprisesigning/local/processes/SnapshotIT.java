package com.enterprisesigning.local.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.aws.AwsClients;
import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.lambda.runtime.Invoked;
import com.enterprisesigning.local.lambda.runtime.ShippedJar;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.secrets.SecretsManagerSecrets;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Each function before its snapshot and after it is restored ({@code docs/architecture.md#on-aws},
 * SnapStart). The shipped jar runs under the real runtime interface client, whose hooks run as on
 * Lambda.
 */
@Tag("thorough")
class SnapshotIT {
  private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query");
  private static final Set<String> PUBLIC = Set.of("tls-root", "signature-root");

  private static final Map<String, String> EXPECTED =
      Map.of(
          "CancelFunction", "204",
          "RegisterProcessFunction", "201",
          "WithdrawProcessFunction", "204",
          "FollowUpFunction", "failed: 0");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<AutoCloseable> OPEN = new ArrayList<>();

  private static Deployment deployment;
  private static AwsProxy table;
  private static AwsProxy secrets;
  private static AwsProxy queue;
  private static BankIdRelay bankId;
  private static List<String> secretTexts;
  private int connections;

  @BeforeAll
  static void start() throws Exception {
    deployment = opened(Deployment.start(Scale.SHORT_BLOCKS));
    table = opened(new AwsProxy(endpoint("DYNAMODB")));
    secrets = opened(new AwsProxy(endpoint("SECRETS_MANAGER")));
    queue = opened(new AwsProxy(endpoint("SQS")));
    bankId = opened(new BankIdRelay(URI.create(deployment.settings().get("BANKID_URL"))));
    secretTexts = secretTexts();
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable open : OPEN.reversed()) {
      open.close();
    }
  }

  /** Keeps what the previous function was still doing out of this one's result. */
  @BeforeEach
  void forgetWhatWasAsked() {
    Stream.of(table, secrets, queue).forEach(AwsProxy::asked);
    connections = bankId.connections();
  }

  static Stream<FunctionDefinition> functions() {
    return deployment.functions().values().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void function_freezesNoSecret_writesNothing_andAnswersOnceRestored(FunctionDefinition function)
      throws Exception {
    try (SessionCredentials credentials = new SessionCredentials();
        FunctionProcess process =
            FunctionProcess.startForSnapshot(
                function,
                environment(credentials),
                deployment.jvmOptions(ShippedJar.FUNCTIONS.path()))) {
      process.awaitSnapshot();

      assertEquals(List.of(), unprimed(process));
      assertEquals(List.of(), writes(table.asked()));
      assertEquals(List.of(), queue.asked());
      assertEquals(connections, bankId.connections(), "connections to BankID");
      assertEquals(List.of(), secretsButPublicOnes(secrets.asked()));
      assertEquals(Set.of(), heldOf(process.heapDump(), everySecret(credentials)));

      cutConnections();
      credentials.renew();
      process.restore();

      assertEquals(
          EXPECTED.getOrDefault(function.name(), "200"),
          answer(process.invoke(deployment.event(function))));
      assertEquals(Set.of(credentials.token()), tokens(table.asked()));
    }
  }

  /** Returns what the log says of a failed priming or rehearsal. */
  private static List<String> unprimed(FunctionProcess process) throws IOException {
    return Files.readAllLines(process.log()).stream()
        .filter(line -> line.contains("Not primed"))
        .toList();
  }

  private static Map<String, String> environment(SessionCredentials credentials) {
    Map<String, String> environment = new TreeMap<>(deployment.settings());
    environment.remove("AWS_ACCESS_KEY_ID");
    environment.remove("AWS_SECRET_ACCESS_KEY");
    environment.putAll(credentials.environment());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", table.url());
    environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.url());
    environment.put("AWS_ENDPOINT_URL_SQS", queue.url());
    environment.put("BANKID_URL", bankId.url());
    return environment;
  }

  private static List<String> writes(List<AwsProxy.Asked> asked) {
    return asked.stream()
        .map(AwsProxy.Asked::operation)
        .filter(operation -> !READS.contains(operation))
        .toList();
  }

  private static List<String> secretsButPublicOnes(List<AwsProxy.Asked> asked) {
    return asked.stream()
        .map(AwsProxy.Asked::body)
        .filter(body -> PUBLIC.stream().noneMatch(body::contains))
        .toList();
  }

  private static Set<String> tokens(List<AwsProxy.Asked> asked) {
    return asked.stream()
        .map(AwsProxy.Asked::token)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /**
   * Returns the service's secrets and the session token. The SDK keeps the session's secret key,
   * which AWS accepts only together with the token.
   */
  private static List<String> everySecret(SessionCredentials credentials) {
    List<String> every = new ArrayList<>(secretTexts);
    every.add(credentials.token());
    return every;
  }

  /**
   * Returns the texts that are in the heap, which stores a string's characters as one byte each.
   */
  private static Set<String> heldOf(Path heapDump, List<String> texts) throws IOException {
    Set<String> held = new TreeSet<>();
    try (FileChannel file = FileChannel.open(heapDump)) {
      ByteBuffer bytes = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
      String heap = StandardCharsets.ISO_8859_1.decode(bytes).toString();
      assertTrue(heap.contains("AWS_ENDPOINT_URL_DYNAMODB"), "this is no heap of a function");
      texts.stream().filter(heap::contains).forEach(held::add);
    }
    Files.delete(heapDump);
    return held;
  }

  private static void cutConnections() throws IOException {
    table.cutConnections();
    secrets.cutConnections();
    queue.cutConnections();
  }

  private static String answer(Invoked invoked) {
    JsonNode payload = assertInstanceOf(Invoked.Answered.class, invoked).payload();
    return payload.has("statusCode")
        ? payload.path("statusCode").asText()
        : "failed: " + payload.path("batchItemFailures").size();
  }

  private static List<String> secretTexts() throws IOException {
    SecretsManagerSecrets manager =
        new SecretsManagerSecrets(
            new AwsClients(Region.EU_NORTH_1, AnonymousCredentialsProvider.create(), List.of())
                .secretsManager(Optional.of(endpoint("SECRETS_MANAGER"))));
    JsonNode certificate =
        JSON.readTree(manager.read(deployment.settings().get("BANKID_CLIENT_CERTIFICATE")));
    List<String> texts =
        List.of(
            manager.read(deployment.settings().get("PERSON_KEY_SECRET")),
            certificate.path("passphrase").asText(),
            certificate.path("pkcs12").asText().substring(0, 60));
    assertFalse(texts.stream().anyMatch(text -> text.length() < 8), "too short to search for");
    return texts;
  }

  private static URI endpoint(String service) {
    return URI.create(deployment.settings().get("AWS_ENDPOINT_URL_" + service));
  }

  private static <T extends AutoCloseable> T opened(T closeable) {
    OPEN.add(closeable);
    return closeable;
  }
}
