package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.Contract;
import com.enterprisesigning.local.blackbox.Caller;
import com.enterprisesigning.local.blackbox.Reply;
import com.enterprisesigning.local.gateway.HttpRequest;
import com.enterprisesigning.local.gateway.PayloadV2;
import com.enterprisesigning.local.lambda.runtime.Invoked;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.template.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The signing API as API Gateway calls it: a payload 2.0 event to the function that has the route.
 * Every answer is checked against the contract.
 */
final class FunctionApi {
  private static final Map<String, List<String>> JSON =
      Map.of("content-type", List.of("application/json"));
  private static final String SCOPES = "signing/sign signing/register signing/evidence";

  private final List<FunctionDefinition> functions;
  private final Invoker invoker;
  private final Contract contract;
  private final ObjectMapper json = new ObjectMapper();

  FunctionApi(Collection<FunctionDefinition> functions, Invoker invoker, Contract contract) {
    this.functions = List.copyOf(functions);
    this.invoker = invoker;
    this.contract = contract;
  }

  Call start(Caller caller, String participant) throws Exception {
    return post(caller, "/signing/start", Map.of("participant_id", participant));
  }

  Call startPhone(Caller caller, String participant) throws Exception {
    return post(caller, "/signing/start/phone", Map.of("participant_id", participant));
  }

  Call collect(Caller caller, String participant) throws Exception {
    return post(caller, "/signing/collect", Map.of("participant_id", participant));
  }

  Call cancel(Caller caller, String participant) throws Exception {
    return post(caller, "/signing/cancel", Map.of("participant_id", participant));
  }

  Call evidence(Caller caller, String participant) throws Exception {
    return call(caller, "GET", "/signing/participants/" + participant + "/evidence", new byte[0]);
  }

  /** Registers one process; the participants are in the order of the personal numbers. */
  List<String> register(Caller caller, String... personalNumbers) throws Exception {
    List<Map<String, String>> signers =
        Stream.of(personalNumbers)
            .map(person -> Map.of("personal_number", person, "user_visible_data", "I sign."))
            .toList();
    Reply reply =
        post(caller, "/signing/processes", Map.of("reference", "loan", "participants", signers))
            .answer()
            .is(201);
    List<String> participants = new ArrayList<>();
    reply.body().path("participants").forEach(it -> participants.add(it.path("id").asText()));
    return participants;
  }

  private Call post(Caller caller, String path, Map<String, ?> body) throws Exception {
    return call(
        caller, "POST", path, json.valueToTree(body).toString().getBytes(StandardCharsets.UTF_8));
  }

  private Call call(Caller caller, String method, String path, byte[] body) throws Exception {
    for (FunctionDefinition function : functions) {
      for (Route route : function.routes()) {
        Optional<Map<String, String>> parameters = route.match(method, path);
        if (parameters.isPresent()) {
          String event =
              PayloadV2.event(
                  new HttpRequest(
                      method, URI.create(path), "HTTP/1.1", JSON, caller.address(), body),
                  route,
                  parameters.get(),
                  Map.of("client_id", caller.client(), "scope", SCOPES),
                  UUID.randomUUID().toString(),
                  Instant.now());
          return call(function, event, method, path);
        }
      }
    }
    throw new AssertionError("no function has the route " + method + " " + path);
  }

  private Call call(FunctionDefinition function, String event, String method, String path)
      throws Exception {
    Instant sentAt = Instant.now();
    Invoked invoked = invoker.invoke(function, event);
    Instant endedAt = Instant.now();
    return switch (invoked) {
      case Invoked.Answered(JsonNode answer) ->
          new Call(
              path, sentAt, endedAt, Optional.of(reply(method, path, answer, sentAt, endedAt)));
      case Invoked.Failed(JsonNode error) -> throw new AssertionError(path + " failed: " + error);
      case Invoked.Died() -> new Call(path, sentAt, endedAt, Optional.empty());
    };
  }

  private Reply reply(
      String method, String path, JsonNode answer, Instant sentAt, Instant receivedAt)
      throws Exception {
    int status = answer.path("statusCode").asInt();
    String body = answer.path("body").asText("");
    Map<String, List<String>> headers = new HashMap<>();
    answer
        .path("headers")
        .properties()
        .forEach(it -> headers.put(it.getKey(), List.of(it.getValue().asText())));
    HttpHeaders read = HttpHeaders.of(headers, (name, value) -> true);
    contract.check(method, path, status, read.firstValue("Content-Type"), body);
    return new Reply(status, read, json.readTree(body), sentAt, receivedAt);
  }
}
