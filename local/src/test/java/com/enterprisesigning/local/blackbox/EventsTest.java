package com.enterprisesigning.local.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.enterprisesigning.functions.Application;
import com.enterprisesigning.functions.Settings;
import com.enterprisesigning.local.Checkout;
import com.enterprisesigning.local.Contract;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Every file in {@code events/}, handed to the class that {@code template.yaml} names, with the
 * settings of {@code events/env.json}.
 */
@ExtendWith(SharedRuns.class)
class EventsTest {
  private final Runs runs;
  private final ObjectMapper json = new ObjectMapper();

  EventsTest(Runs runs) {
    this.runs = runs;
  }

  @Test
  void everyEvent_isAnswered2xx_onAFreshRun() throws Exception {
    Path root = Checkout.rootAbove(Path.of("").toAbsolutePath());
    Checkout checkout = Checkout.read(root);
    Template template = Template.parse(checkout.template());
    JsonNode env = json.readTree(Files.readString(root.resolve("events/env.json")));
    Map<String, Integer> expected = new TreeMap<>();
    Map<String, Integer> answered = new TreeMap<>();
    try (RunProcess fresh = runs.start(Map.of())) {
      JsonNode join = new Phone(runs.wire(), fresh.url()).get("/sandbox/join").required("settings");
      for (Map.Entry<String, String> event : checkout.events().entrySet()) {
        JsonNode text = json.readTree(event.getValue());
        FunctionDefinition function = function(template, text.path("routeKey").asText());
        APIGatewayV2HTTPResponse answer =
            answer(function, settings(env.required(function.name()), join), event.getValue());
        Contract.ofRepository()
            .check(
                text.at("/requestContext/http/method").asText(),
                text.path("rawPath").asText(),
                answer.getStatusCode(),
                Optional.ofNullable(answer.getHeaders()).map(it -> it.get("Content-Type")),
                Optional.ofNullable(answer.getBody()).orElse(""));
        answered.put(event.getKey(), answer.getStatusCode());
        expected.put(event.getKey(), EXPECTED.getOrDefault(event.getKey(), 200));
      }
    }
    assertEquals(8, template.functions().size());
    assertEquals(8, answered.size());
    assertEquals(expected, answered);
  }

  private static final Map<String, Integer> EXPECTED =
      Map.of("cancel.json", 204, "register-process.json", 201, "withdraw-process.json", 204);

  private static FunctionDefinition function(Template template, String routeKey) {
    return template.functions().stream()
        .filter(it -> it.routes().stream().anyMatch(route -> route.key().equals(routeKey)))
        .findFirst()
        .orElseThrow();
  }

  /** Those of the file, on the ports of the run. */
  private static Settings settings(JsonNode env, JsonNode run) {
    Map<String, String> settings = new HashMap<>();
    env.properties().forEach(it -> settings.put(it.getKey(), it.getValue().asText()));
    for (String address :
        new String[] {
          "BANKID_URL", "AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_SECRETS_MANAGER"
        }) {
      settings.put(address, run.required(address).asText());
    }
    run.properties()
        .forEach(
            it -> assertEquals(it.getValue().asText(), settings.get(it.getKey()), it.getKey()));
    return Settings.from(settings);
  }

  @SuppressWarnings("unchecked") // what an HttpApi event leads to takes and answers these
  private static APIGatewayV2HTTPResponse answer(
      FunctionDefinition function, Settings settings, String event) throws Exception {
    Application application =
        Application.from(
            settings,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
            Clock.systemUTC());
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler =
        (RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>)
            Class.forName(function.handler())
                .asSubclass(RequestHandler.class)
                .getConstructor(Application.class)
                .newInstance(application);
    return handler.handleRequest(
        LambdaEventSerializers.serializerFor(
                APIGatewayV2HTTPEvent.class, EventsTest.class.getClassLoader())
            .fromJson(event),
        context(function));
  }

  private static Context context(FunctionDefinition function) {
    return (Context)
        Proxy.newProxyInstance(
            EventsTest.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getFunctionName" -> function.name();
                  case "getMemoryLimitInMB" -> function.memoryMegabytes();
                  case "getRemainingTimeInMillis" -> (int) function.timeout().toMillis();
                  case "getIdentity", "getClientContext", "getLogger" -> null;
                  default -> method.getName();
                });
  }
}
