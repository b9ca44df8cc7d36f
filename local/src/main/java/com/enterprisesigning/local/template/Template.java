package com.enterprisesigning.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
   *     local gateway does not serve, or a function that consumes a missing queue
   */
  public static Template parse(String yaml) {
    YamlMap template = CloudFormationYaml.read(yaml);
    YamlMap globals = template.map("Globals").map("Function");
    List<FunctionDefinition> functions = new ArrayList<>();
    List<TableDefinition> tables = new ArrayList<>();
    Map<String, QueueDefinition> queues = new HashMap<>();
    List<QueueConsumer> consumers = new ArrayList<>();
    // A loop (Fn::ForEach) is a list and left out. The template's loops create no function, table
    // or queue.
    template
        .map("Resources")
        .maps()
        .forEach((name, resource) -> {
          YamlMap properties = resource.map("Properties");
          switch (resource.text("Type").orElse("")) {
            case "AWS::Serverless::Function" -> {
              FunctionDefinition function = function(name, properties, globals);
              functions.add(function);
              consumers.addAll(QueueConsumer.read(function, properties.map("Events")));
            }
            case "AWS::DynamoDB::Table" -> TableDefinition.read(properties).ifPresent(tables::add);
            case "AWS::SQS::Queue" -> queues.put(name, QueueDefinition.read(name, properties));
            default -> {}
          }
        });
    functions.removeIf(function -> function.routes().isEmpty());
    if (functions.isEmpty() || tables.isEmpty()) {
      throw new IllegalArgumentException(
          "template.yaml has no function with an HttpApi event, or no table with the keys pk and"
              + " sk. Restore them: the local run serves what the template defines.");
    }
    consumers.forEach(consumer -> consumer.requireIn(queues));
    return new Template(functions, tables.getFirst(), queues, consumers);
  }

  private static FunctionDefinition function(String name, YamlMap own, YamlMap globals) {
    List<Route> routes =
        own.map("Events").maps().values().stream()
            .filter(event -> event.is("Type", "HttpApi"))
            .map(event -> route(event.map("Properties")))
            .toList();
    String handler = own.text("Handler").or(() -> globals.text("Handler")).orElse("");
    return new FunctionDefinition(
        name,
        handler.replaceAll("::.*", ""),
        Duration.ofSeconds(
            own.number("Timeout", globals.number("Timeout", LAMBDA_DEFAULT_TIMEOUT_SECONDS))),
        own.number("MemorySize", globals.number("MemorySize", LAMBDA_DEFAULT_MEMORY_MEGABYTES)),
        routes);
  }

  private static Route route(YamlMap properties) {
    return new Route(
        properties.text("Method").orElse("").toUpperCase(Locale.ROOT),
        properties.text("Path").orElse(""));
  }
}
