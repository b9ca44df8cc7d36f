package com.enterprisesigning.local.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
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
 * Every file in {@code events/}, passed to the class that {@code template.yaml} names, with the
 * settings of {@code events/env.json} and the template's defaults.
 */
@ExtendWith(SharedRuns.class)
class EventsTest {
  private final Runs runs;
  private final ObjectMapper json = new ObjectMapper();

  EventsTest(Runs runs) {
    this.runs = runs;
  }

  @Test
  void everyEvent_isAnswered2xx_andEveryMessageIsHandled_onAFreshRun() throws Exception {
    Path root = Checkout.rootAbove(Path.of("").toAbsolutePath());
    Checkout checkout = Checkout.read(root);
    Template template = Template.parse(checkout.template());
    JsonNode env = json.readTree(Files.readString(root.resolve("events/env.json")));
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> answered = new TreeMap<>();
    try (RunProcess fresh = runs.start(Map.of())) {
      JsonNode join = new Phone(runs.wire(), fresh.url()).get("/sandbox/join").required("settings");
      for (Map.Entry<String, String> event : checkout.events().entrySet()) {
        JsonNode text = json.readTree(event.getValue());
        FunctionDefinition function = function(template, text);
        Settings settings = settings(env.required("Parameters"), join);
        answered.put(
            event.getKey(),
            text.has("Records")
                ? failures(function, settings, event.getValue())
                : status(function, settings, event.getValue(), text));
        expected.put(event.getKey(), EXPECTED.getOrDefault(event.getKey(), "200"));
      }
    }
    assertEquals(9, template.functions().size() + template.consumers().size());
    assertEquals(9, answered.size());
    assertEquals(expected, answered);
  }

  private static final Map<String, String> EXPECTED =
      Map.of(
          "cancel.json", "204",
          "register-process.json", "201",
          "withdraw-process.json", "204",
          "follow-up.json", "failed: []");

  /** What {@code sam local} takes of the template, and of its own options. */
  private static final Map<String, String> BY_DEFAULT =
      Map.of("ENVIRONMENT", "sandbox", "AWS_REGION", "eu-north-1");

  private static String status(
      FunctionDefinition function, Settings settings, String event, JsonNode text)
      throws Exception {
    APIGatewayV2HTTPResponse answer =
        answer(
            function, settings, event, APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class);
    Contract.ofRepository()
        .check(
            text.at("/requestContext/http/method").asText(),
            text.path("rawPath").asText(),
            answer.getStatusCode(),
            Optional.ofNullable(answer.getHeaders()).map(it -> it.get("Content-Type")),
            Optional.ofNullable(answer.getBody()).orElse(""));
    return String.valueOf(answer.getStatusCode());
  }

  private static String failures(FunctionDefinition function, Settings settings, String event)
      throws Exception {
    SQSBatchResponse answer =
        answer(function, settings, event, SQSEvent.class, SQSBatchResponse.class);
    return "failed: " + answer.getBatchItemFailures();
  }

  private static FunctionDefinition function(Template template, JsonNode event) {
    return event.has("Records")
        ? template.consumers().getFirst().function()
        : function(template, event.path("routeKey").asText());
  }

  private static FunctionDefinition function(Template template, String routeKey) {
    return template.functions().stream()
        .filter(it -> it.routes().stream().anyMatch(route -> route.key().equals(routeKey)))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Returns the settings of the file, with the run's ports. Together they are all that a run has,
   * except for the time stamp authority: containers do not reach it, and need not.
   */
  private static Settings settings(JsonNode env, JsonNode run) {
    Map<String, String> settings = new HashMap<>(BY_DEFAULT);
    env.properties().forEach(it -> settings.put(it.getKey(), it.getValue().asText()));
    for (String address :
        new String[] {
          "BANKID_URL",
          "FOLLOW_UP_QUEUE_URL",
          "AWS_ENDPOINT_URL_DYNAMODB",
          "AWS_ENDPOINT_URL_SECRETS_MANAGER",
          "AWS_ENDPOINT_URL_SQS"
        }) {
      settings.put(address, run.required(address).asText());
    }
    run.properties().stream()
        .filter(it -> !it.getKey().startsWith("TIMESTAMP_"))
        .forEach(
            it -> assertEquals(it.getValue().asText(), settings.get(it.getKey()), it.getKey()));
    return Settings.from(settings);
  }

  @SuppressWarnings("unchecked") // a trigger's handler matches its event and answer
  private static <E, A> A answer(
      FunctionDefinition function, Settings settings, String event, Class<E> type, Class<A> answer)
      throws Exception {
    Application application =
        Application.from(
            settings,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
            Clock.systemUTC());
    RequestHandler<E, A> handler =
        (RequestHandler<E, A>)
            Class.forName(function.handler())
                .asSubclass(RequestHandler.class)
                .getConstructor(Application.class)
                .newInstance(application);
    E read =
        LambdaEventSerializers.serializerFor(type, EventsTest.class.getClassLoader())
            .fromJson(event);
    return answer.cast(handler.handleRequest(read, context(function)));
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
