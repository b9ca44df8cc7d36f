package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.enterprisesigning.aws.AwsClients;
import com.enterprisesigning.dynamodb.DynamoDbEvidences;
import com.enterprisesigning.dynamodb.DynamoDbGuards;
import com.enterprisesigning.dynamodb.DynamoDbProcesses;
import com.enterprisesigning.dynamodb.DynamoDbSignings;
import com.enterprisesigning.dynamodb.SigningTable;
import com.enterprisesigning.local.gateway.HttpRequest;
import com.enterprisesigning.local.gateway.PayloadV2;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.template.QueueConsumer;
import com.enterprisesigning.local.template.Route;
import com.enterprisesigning.local.template.Template;
import com.enterprisesigning.local.web.Callers;
import com.enterprisesigning.local.web.Json;
import com.enterprisesigning.sqs.FollowUpMessages;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.Table;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.threeten.extra.MutableClock;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The servers of a local run, and every function of the template behind its own recorder. Nothing
 * happens by itself: the clock is turned by hand, and the queue has no consumer.
 */
final class RecordedRun implements AutoCloseable {
  static final String CLIENT = "demo";

  private static final Map<String, String> CLAIMS =
      Map.of("client_id", CLIENT, "scope", "signing/sign signing/register signing/evidence");

  private final MutableClock clock = MutableClock.of(Instant.now(), ZoneOffset.UTC);
  private final Set<TableCall> calls = ConcurrentHashMap.newKeySet();
  private final Map<String, RecordedFunction> functions = new TreeMap<>();
  private final Map<String, FunctionDefinition> byRoute = new TreeMap<>();
  private final OwnServices services;
  private final DynamoDbClient dynamoDb;
  private final String tableName;

  RecordedRun() throws Exception {
    Checkout checkout = Checkout.read(Path.of("..").toAbsolutePath().normalize());
    Template template = Template.parse(checkout.template());
    services =
        OwnServices.start(
            LocalSettings.from(Map.of("PORT", "0")),
            Callers.MACHINE,
            template,
            URI.create("http://127.0.0.1"),
            clock);
    Map<String, String> settings = services.backend().settings();
    List<FunctionDefinition> definitions = new ArrayList<>(template.functions());
    template.consumers().stream().map(QueueConsumer::function).forEach(definitions::add);
    for (FunctionDefinition definition : definitions) {
      functions.put(definition.name(), new RecordedFunction(definition, settings, calls, clock));
      definition.routes().forEach(route -> byRoute.put(route.key(), definition));
    }
    dynamoDb =
        new AwsClients(
                Region.EU_NORTH_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
                List.of())
            .dynamoDb(Optional.of(URI.create(settings.get("AWS_ENDPOINT_URL_DYNAMODB"))));
    tableName = settings.get("TABLE_NAME");
  }

  Set<TableCall> calls() {
    return Set.copyOf(calls);
  }

  Set<String> functions() {
    return functions.keySet();
  }

  RecordedFunction function(String name) {
    return functions.get(name);
  }

  void pass(Duration time) {
    clock.add(time);
  }

  /** Returns the time in the precision of the table. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Returns the table's ports, whose calls are not recorded. */
  Table table() {
    SigningTable table = new SigningTable(dynamoDb, tableName, _ -> {}, Supplier::get);
    return new Table(
        new DynamoDbGuards(table),
        new DynamoDbSignings(table, _ -> {}),
        new DynamoDbProcesses(table),
        new DynamoDbEvidences(table));
  }

  void delete(String partition, String sort) {
    dynamoDb.deleteItem(delete -> delete.tableName(tableName).key(key(partition, sort)));
  }

  /** Sets text attributes of an item, behind the functions' backs. */
  void set(String partition, String sort, Map<String, String> attributes) {
    attributes.forEach((name, value) ->
        dynamoDb.updateItem(update ->
            update
                .tableName(tableName)
                .key(key(partition, sort))
                .updateExpression("SET #name = :value")
                .expressionAttributeNames(Map.of("#name", name))
                .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value)))));
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
  }

  /** A registered process and its participants. */
  record Registered(UUID process, List<UUID> participants) {
    UUID participant() {
      return participants.getFirst();
    }
  }

  /** Registers a process with a participant for each personal number. */
  Registered register(String... personalNumbers) {
    ObjectNode body = Json.object().put("reference", "loan");
    for (String personalNumber : personalNumbers) {
      body.withArray("participants")
          .addObject()
          .put("personal_number", personalNumber)
          .put("user_visible_data", "I sign.");
    }
    JsonNode answer = call("POST", "/signing/processes", body.toString(), "192.0.2.1", Map.of());
    assertEquals(201, answer.path("statusCode").asInt(), answer::toString);
    JsonNode registered = read(answer.path("body").asText());
    List<UUID> participants = new ArrayList<>();
    registered
        .path("participants")
        .forEach(one -> participants.add(UUID.fromString(one.path("id").asText())));
    return new Registered(UUID.fromString(registered.path("id").asText()), participants);
  }

  int start(UUID participant, String ip) {
    return start(participant, ip, Map.of());
  }

  int start(UUID participant, String ip, Map<String, String> headers) {
    return about(participant, "/signing/start", ip, headers);
  }

  int startPhone(UUID participant) {
    return about(participant, "/signing/start/phone", "192.0.2.1", Map.of());
  }

  int collect(UUID participant) {
    return about(participant, "/signing/collect", "192.0.2.1", Map.of());
  }

  int cancel(UUID participant) {
    return about(participant, "/signing/cancel", "192.0.2.1", Map.of());
  }

  int process(UUID process) {
    return status(call("GET", "/signing/processes/" + process, "", "192.0.2.1", Map.of()));
  }

  int withdraw(UUID process) {
    return status(call("DELETE", "/signing/processes/" + process, "", "192.0.2.1", Map.of()));
  }

  int evidence(UUID participant) {
    return status(
        call(
            "GET",
            "/signing/participants/" + participant + "/evidence",
            "",
            "192.0.2.1",
            Map.of()));
  }

  private int about(UUID participant, String path, String ip, Map<String, String> headers) {
    return status(call("POST", path, "{\"participant_id\":\"" + participant + "\"}", ip, headers));
  }

  private static int status(JsonNode answer) {
    return answer.path("statusCode").asInt();
  }

  private JsonNode call(
      String method, String path, String body, String ip, Map<String, String> headers) {
    Map<String, List<String>> all = new TreeMap<>(Map.of("host", List.of("127.0.0.1")));
    all.put("content-type", List.of("application/json"));
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    Route route =
        byRoute.values().stream()
            .map(FunctionDefinition::routes)
            .flatMap(Collection::stream)
            .filter(one -> one.match(method, path).isPresent())
            .findFirst()
            .orElseThrow();
    String event =
        PayloadV2.event(
            new HttpRequest(
                method,
                URI.create(path),
                "HTTP/1.1",
                all,
                ip,
                body.getBytes(StandardCharsets.UTF_8)),
            route,
            route.match(method, path).orElseThrow(),
            CLAIMS,
            "request",
            clock.instant());
    return functions
        .get(byRoute.get(route.key()).name())
        .invoke(event, APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class);
  }

  /** Hands a message to the follow-up, which must be done with it. */
  void followUp(FollowUpMessage message) {
    ObjectNode event = Json.object();
    event
        .withArray("Records")
        .addObject()
        .put("messageId", "message")
        .put("eventSource", "aws:sqs")
        .put("body", FollowUpMessages.body(message));
    JsonNode answer =
        functions
            .get("FollowUpFunction")
            .invoke(event.toString(), SQSEvent.class, SQSBatchResponse.class);
    assertEquals(0, answer.path("batchItemFailures").size(), answer::toString);
  }

  private static JsonNode read(String json) {
    try {
      return Json.read(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public void close() {
    functions.values().forEach(RecordedFunction::close);
    dynamoDb.close();
    services.close();
  }
}
