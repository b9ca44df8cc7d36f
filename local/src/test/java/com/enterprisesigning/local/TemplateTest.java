package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The template, the contract and the sample events speak of the same calls. */
class TemplateTest {
  private static final JsonNode TEMPLATE = RepositoryFiles.read("template.yaml");
  private static final JsonNode CONTRACT = RepositoryFiles.read("openapi.yaml");

  /** Those of the HTTP API. */
  static List<String> events() throws Exception {
    return RepositoryFiles.namesIn("events").stream()
        .filter(name -> name.endsWith(".json") && !name.equals("env.json"))
        .filter(name -> RepositoryFiles.read("events/" + name).has("routeKey"))
        .toList();
  }

  @Test
  void routes_areTheCallsOfTheContract_eachAtTheFunctionOfItsName() {
    assertEquals(callsOfTheContract(), routesOfTheTemplate());
  }

  @Test
  void function_isTheHandlerClassOfItsName() {
    functionsOfTheSharedEnvironment()
        .forEach((name, function) ->
            assertEquals(
                "com.enterprisesigning.functions." + name.replaceFirst("Function$", "Handler"),
                function.at("/Properties/Handler").asString(),
                name));
  }

  @Test
  void functions_runOnJava25AndArm64_shorterThanALease() {
    JsonNode all = TEMPLATE.at("/Globals/Function");
    assertEquals("java25", all.path("Runtime").asString());
    assertEquals("Architecture", all.at("/Architectures/0").asString());
    assertEquals("arm64", TEMPLATE.at("/Parameters/Architecture/Default").asString());
    assertEquals(20, all.path("Timeout").asInt());
    functionsOfTheSharedEnvironment()
        .forEach((name, function) ->
            assertTrue(function.at("/Properties/Timeout").isMissingNode(), name));
  }

  @Test
  void function_hasARoleOfItsOwn() {
    List<String> roles =
        functions().values().stream().map(it -> it.at("/Properties/Role").asString()).toList();
    assertEquals(functions().size(), Set.copyOf(roles).size());
    assertTrue(roles.stream().noneMatch(String::isEmpty), roles.toString());
  }

  @Test
  void events_areOneACall() throws Exception {
    Map<String, Long> calls =
        events().stream()
            .map(name -> RepositoryFiles.read("events/" + name).path("routeKey").asString())
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    assertEquals(new TreeSet<>(callsOfTheContract().values()), calls.keySet());
    assertEquals(Set.of(1L), Set.copyOf(calls.values()));
  }

  @ParameterizedTest
  @MethodSource("events")
  void event_isARequestOfItsRoute(String name) {
    JsonNode event = RepositoryFiles.read("events/" + name);
    String[] route = event.path("routeKey").asString().split(" ", 2);
    String path = route[1].replace("{id}", event.at("/pathParameters/id").asString(""));
    assertEquals(route[0], event.at("/requestContext/http/method").asString());
    assertEquals(path, event.path("rawPath").asString());
    assertEquals(path, event.at("/requestContext/http/path").asString());
    assertEquals(
        List.of(),
        Contract.ofRepository()
            .requestViolations(
                route[0], route[1], event.has("body") ? event.path("body").asString() : ""));
  }

  @ParameterizedTest
  @MethodSource("events")
  void event_carriesTheScopeOfItsCall(String name) {
    JsonNode event = RepositoryFiles.read("events/" + name);
    String[] route = event.path("routeKey").asString().split(" ", 2);
    JsonNode operation =
        CONTRACT.path("paths").path(route[1]).path(route[0].toLowerCase(Locale.ROOT));
    assertEquals(
        operation.at("/security/0/token/0").asString(),
        event.at("/requestContext/authorizer/jwt/claims/scope").asString());
  }

  @Test
  void environmentOfSamLocal_hasOnlyWhatTheTemplateDeclares() {
    JsonNode environment = RepositoryFiles.read("events/env.json");
    assertEquals(List.of("Parameters"), List.copyOf(environment.propertyNames()));
    Set<String> given = new TreeSet<>(environment.path("Parameters").propertyNames());
    given.removeAll(TEMPLATE.at("/Globals/Function/Environment/Variables").propertyNames());
    assertEquals(Set.of(), given);
  }

  private static Map<String, JsonNode> functions() {
    return TEMPLATE.path("Resources").properties().stream()
        .filter(it -> it.getValue().path("Type").asString().equals("AWS::Serverless::Function"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** All but the simulator's, which has its own environment. */
  private static Map<String, JsonNode> functionsOfTheSharedEnvironment() {
    return functions().entrySet().stream()
        .filter(it ->
            StreamSupport.stream(it.getValue().path("IgnoreGlobals").spliterator(), false)
                .noneMatch(global -> global.asString().equals("Environment")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** By the logical id that a call's function must have. */
  private static Map<String, String> callsOfTheContract() {
    Map<String, String> calls = new TreeMap<>();
    CONTRACT
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(operation -> operation.getValue().has("operationId"))
                .forEach(operation ->
                    calls.put(
                        functionOf(operation.getValue().path("operationId").asString()),
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return calls;
  }

  private static String functionOf(String operationId) {
    return Character.toUpperCase(operationId.charAt(0)) + operationId.substring(1) + "Function";
  }

  private static Map<String, String> routesOfTheTemplate() {
    Map<String, String> routes = new TreeMap<>();
    functions()
        .forEach((name, function) ->
            function.at("/Properties/Events").properties().stream()
                .map(event -> event.getValue())
                .filter(event -> event.path("Type").asString().equals("HttpApi"))
                .map(event -> event.path("Properties"))
                .forEach(event ->
                    routes.merge(
                        name,
                        event.path("Method").asString() + " " + event.path("Path").asString(),
                        (one, two) -> one + " and " + two)));
    return routes;
  }
}
