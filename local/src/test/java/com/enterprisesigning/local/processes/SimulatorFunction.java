package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.dynamodb.DynamoDbLocal;
import com.enterprisesigning.local.dynamodb.SigningTable;
import com.enterprisesigning.local.dynamodb.TableProxy;
import com.enterprisesigning.local.lambda.runtime.FunctionProcess;
import com.enterprisesigning.local.lambda.runtime.Invoked;
import com.enterprisesigning.local.lambda.runtime.ShippedJar;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.template.TableDefinition;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The simulator of a sandbox stack: three processes of its shipped jar, on one table of orders. */
final class SimulatorFunction implements AutoCloseable {
  /** The process that loses the first answer to each write. */
  static final int LOSING_ANSWERS = 2;

  /** Threads in each process. */
  static final int THREADS = 8;

  static final String PATH_SECRET = "51af3dc0-71ca-11f0-8de9-0242ac120002";

  private static final FunctionDefinition FUNCTION =
      new FunctionDefinition(
          "SimulatorFunction",
          "com.enterprisesigning.simulator.lambda.SimulatorHandler",
          Duration.ofSeconds(10),
          512,
          List.of());

  private final ObjectMapper json = new ObjectMapper();
  private final DynamoDbLocal table = DynamoDbLocal.start(0, Optional.empty());
  private final Set<String> sentBefore = ConcurrentHashMap.newKeySet();
  private final TableProxy losing =
      new TableProxy(
          table.url(),
          transaction ->
              sentBefore.add(transaction)
                  ? TableProxy.Fate.ANSWER_LOST
                  : TableProxy.Fate.PASSED_ON);
  private final List<FunctionProcess> processes = new ArrayList<>();

  SimulatorFunction() throws IOException, InterruptedException {
    SigningTable.create(table.url(), new TableDefinition("pk", "sk", Optional.of("ttl")));
    for (URI endpoint : List.of(table.url(), table.url(), losing.url())) {
      processes.add(start(environment(endpoint)));
    }
    for (FunctionProcess process : processes) {
      process.awaitReady();
    }
  }

  /** The outcome of a call. */
  record Reply(int status, JsonNode body) {
    String text(String member) {
      return body.required(member).textValue();
    }

    /** Returns the error code, or else the status of a collect. */
    String outcome() {
      return status == 200 ? text("status") : text("errorCode");
    }
  }

  private static Map<String, String> environment(URI table) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ORDERS_TABLE_NAME", SigningTable.NAME);
    environment.put("PATH_SECRET", PATH_SECRET);
    environment.put("AWS_REGION", "eu-north-1");
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", table.toString());
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    environment.put("AWS_LAMBDA_MAX_CONCURRENCY", String.valueOf(THREADS));
    return environment;
  }

  static FunctionProcess start(Map<String, String> environment) throws IOException {
    return FunctionProcess.start(
        ShippedJar.SIMULATOR, FUNCTION, environment, List.of("-Xmx192m", "-XX:+UseSerialGC"));
  }

  /** Returns a new empty object. */
  ObjectNode object() {
    return json.createObjectNode();
  }

  /**
   * Calls the wire API.
   *
   * @param process 0, 1 or {@link #LOSING_ANSWERS}
   */
  Reply rp(int process, String operation, JsonNode body) throws Exception {
    return post(process, "/" + PATH_SECRET + "/rp/v6.0/" + operation, body);
  }

  /** Plays the phone. */
  Reply phone(int process, String action, JsonNode body) throws Exception {
    return post(process, "/" + PATH_SECRET + "/sandbox/phone/" + action, body);
  }

  /** Returns how many writes of {@link #LOSING_ANSWERS} have lost their first answer. */
  int answersLost() {
    return sentBefore.size();
  }

  /** Posts as a function URL does. */
  Reply post(int process, String path, JsonNode body) throws Exception {
    ObjectNode event = json.createObjectNode().put("version", "2.0").put("rawPath", path);
    event.put("rawQueryString", "");
    event.putObject("headers").put("content-type", "application/json");
    event.putObject("requestContext").putObject("http").put("method", "POST").put("path", path);
    event.put("body", body.toString()).put("isBase64Encoded", false);
    if (!(processes.get(process).invoke(event.toString())
        instanceof Invoked.Answered(JsonNode payload))) {
      throw new IllegalStateException("the function gave no answer");
    }
    return new Reply(
        payload.get("statusCode").intValue(), json.readTree(payload.get("body").textValue()));
  }

  @Override
  public void close() throws IOException {
    for (FunctionProcess process : processes) {
      process.close();
    }
    losing.close();
    table.close();
  }
}
