package com.enterprisesigning.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the local run reads of {@code template.yaml}: the functions behind the HTTP API, the signing
 * table, and the queues with the functions that consume them.
 *
 * @param functions those with a route, in the template's order
 * @param queues by logical id
 */
public record Template(
    List<FunctionDefinition> functions,
    TableDefinition table,
    Map<String, QueueDefinition> queues,
    List<QueueConsumer> consumers) {
  private static final int LAMBDA_DEFAULT_TIMEOUT_SECONDS = 3;
  private static final int LAMBDA_DEFAULT_MEMORY_MEGABYTES = 128;

  public Template {
    functions = List.copyOf(functions);
    queues = Map.copyOf(queues);
    consumers = List.copyOf(consumers);
  }

  /**
   * Reads a template.
   *
   * @param yaml the template's text
   * @throws IllegalArgumentException if the template has no route or no table, a route that the
   *     local gateway does not serve, or a function that takes from a missing queue
   */
  public static Template parse(String yaml) {
    Map<?, ?> template = CloudFormationYaml.read(yaml);
    Map<?, ?> globals = map(map(template, "Globals"), "Function");
    List<FunctionDefinition> functions = new ArrayList<>();
    List<TableDefinition> tables = new ArrayList<>();
    Map<String, QueueDefinition> queues = new HashMap<>();
    List<QueueConsumer> consumers = new ArrayList<>();
    Map<?, ?> resources = map(template, "Resources");
    for (Object key : resources.keySet()) {
      String name = (String) key;
      // A loop (Fn::ForEach) is a list. The template's loops create no function, table or queue.
      Map<?, ?> definition = map(resources, name);
      Map<?, ?> properties = map(definition, "Properties");
      switch (String.valueOf(definition.get("Type"))) {
        case "AWS::Serverless::Function" -> {
          FunctionDefinition function = function(name, properties, globals);
          functions.add(function);
          consumers.addAll(QueueConsumer.read(function, map(properties, "Events")));
        }
        case "AWS::DynamoDB::Table" -> TableDefinition.read(properties).ifPresent(tables::add);
        case "AWS::SQS::Queue" -> queues.put(name, QueueDefinition.read(name, properties));
        default -> {}
      }
    }
    functions.removeIf(function -> function.routes().isEmpty());
    if (functions.isEmpty() || tables.isEmpty()) {
      throw new IllegalArgumentException(
          "template.yaml has no function with an HttpApi event, or no table with the keys pk and"
              + " sk. Restore them: the local run serves what the template defines.");
    }
    consumers.forEach(consumer -> consumer.requireIn(queues));
    return new Template(functions, tables.getFirst(), queues, consumers);
  }

  private static FunctionDefinition function(String name, Map<?, ?> properties, Map<?, ?> globals) {
    List<Route> routes = new ArrayList<>();
    for (Object value : map(properties, "Events").values()) {
      Map<?, ?> event = (Map<?, ?>) value;
      if ("HttpApi".equals(event.get("Type"))) {
        Map<?, ?> route = map(event, "Properties");
        routes.add(
            new Route(
                String.valueOf(route.get("Method")).toUpperCase(Locale.ROOT),
                String.valueOf(route.get("Path"))));
      }
    }
    String handler = String.valueOf(either(properties, globals, "Handler").orElse(""));
    return new FunctionDefinition(
        name,
        handler.replaceAll("::.*", ""),
        Duration.ofSeconds(
            number(either(properties, globals, "Timeout"), LAMBDA_DEFAULT_TIMEOUT_SECONDS)),
        number(either(properties, globals, "MemorySize"), LAMBDA_DEFAULT_MEMORY_MEGABYTES),
        routes);
  }

  private static Optional<Object> either(Map<?, ?> own, Map<?, ?> globals, String name) {
    return Optional.<Object>ofNullable(own.get(name))
        .or(() -> Optional.ofNullable(globals.get(name)));
  }

  private static int number(Optional<Object> value, int otherwise) {
    return value.orElse(otherwise) instanceof Integer number ? number : otherwise;
  }

  private static Map<?, ?> map(Map<?, ?> parent, String name) {
    return parent.get(name) instanceof Map<?, ?> child ? child : Map.of();
  }
}
