package com.enterprisesigning.local.secrets;

import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Secrets Manager's {@code GetSecretValue} in AWS JSON 1.1, by name or ARN. It rejects any other
 * operation as AWS rejects an unknown one, and does not check request signatures.
 */
public final class SecretsEndpoint implements HttpHandler {
  private static final String OPERATION = "secretsmanager.GetSecretValue";
  private static final String ARN = "arn:aws:secretsmanager:eu-north-1:000000000000:secret:";
  private static final String ARN_SUFFIX = "-LocalR";
  private static final String CURRENT = "AWSCURRENT";
  private static final String JSON_1_1 = "application/x-amz-json-1.1";
  private static final int MAX_REQUEST_BYTES = 64 * 1024;

  private final Secrets secrets;
  private final Instant created;

  public SecretsEndpoint(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.created = clock.instant();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES);
    answer(exchange.getRequestHeaders().getFirst("X-Amz-Target"), body)
        .with("x-amzn-RequestId", UUID.randomUUID().toString())
        .send(exchange);
  }

  private Answer answer(String target, byte[] body) {
    if (!OPERATION.equals(target)) {
      return error(
          "UnknownOperationException",
          "The local Secrets Manager supports only GetSecretValue. Its secrets are created at"
              + " start.");
    }
    Optional<JsonNode> request = Json.object(body);
    if (request.isEmpty()) {
      return error("SerializationException", "The request is not JSON.");
    }
    String id = request.get().path("SecretId").asText("");
    String stage = request.get().path("VersionStage").asText(CURRENT);
    if (id.isEmpty()) {
      return error("InvalidRequestException", "Name a secret: SecretId, its name or ARN.");
    }
    String name =
        id.startsWith(ARN) && id.endsWith(ARN_SUFFIX)
            ? id.substring(ARN.length(), id.length() - ARN_SUFFIX.length())
            : id;
    String value = secrets.values().get(name);
    if (value != null && !stage.equals(CURRENT)) {
      return error(
          "ResourceNotFoundException",
          "Secrets Manager can't find the specified secret value for staging label: " + stage);
    }
    return value == null
        ? error(
            "ResourceNotFoundException",
            "Secrets Manager can't find the specified secret. This local run has: "
                + String.join(", ", secrets.values().keySet().stream().sorted().toList()))
        : found(name, value);
  }

  private Answer found(String name, String value) {
    ObjectNode answer = Json.object();
    answer.put("ARN", ARN + name + ARN_SUFFIX).put("Name", name).put("SecretString", value);
    answer.put("VersionId", UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.UTF_8)) + "");
    answer.putArray("VersionStages").add(CURRENT);
    answer.put("CreatedDate", created.getEpochSecond());
    return Answer.of(200, JSON_1_1, answer.toString());
  }

  private static Answer error(String code, String message) {
    ObjectNode answer = Json.object();
    answer.put("__type", code).put("message", message);
    return Answer.of(400, JSON_1_1, answer.toString()).with("x-amzn-ErrorType", code);
  }
}
