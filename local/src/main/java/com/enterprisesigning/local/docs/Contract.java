package com.enterprisesigning.local.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An OpenAPI document, read for showing: what is missing is empty. */
record Contract(Map<?, ?> document) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** One operation, and the parameters that its path shares. */
  record Operation(String method, String path, Map<?, ?> definition, List<?> parameters) {
    String anchor() {
      return text(definition, "operationId");
    }
  }

  static Contract parse(String yaml) {
    return new Contract(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    map(document, "paths")
        .forEach((path, item) ->
            ((Map<?, ?>) item)
                .forEach((method, definition) -> {
                  if (METHODS.contains(String.valueOf(method))) {
                    operations.add(operation((String) method, (String) path, item, definition));
                  }
                }));
    return operations;
  }

  private static Operation operation(String method, String path, Object item, Object definition) {
    List<Object> parameters = new ArrayList<>(list((Map<?, ?>) item, "parameters"));
    parameters.addAll(list((Map<?, ?>) definition, "parameters"));
    return new Operation(method, path, (Map<?, ?>) definition, parameters);
  }

  /** The thing itself, or what its {@code $ref} within the document names. */
  Map<?, ?> resolve(Object thing) {
    Map<?, ?> resolved = (Map<?, ?>) thing;
    while (resolved.get("$ref") instanceof String reference) {
      Map<?, ?> target = document;
      for (String step : reference.substring("#/".length()).split("/", -1)) {
        target = map(target, step.replace("~1", "/").replace("~0", "~"));
      }
      resolved = target;
    }
    return resolved;
  }

  static Map<?, ?> map(Map<?, ?> parent, String name) {
    return parent.get(name) instanceof Map<?, ?> child ? child : Map.of();
  }

  static List<?> list(Map<?, ?> parent, String name) {
    return parent.get(name) instanceof List<?> child ? child : List.of();
  }

  static String text(Map<?, ?> parent, String name) {
    return parent.get(name) == null ? "" : String.valueOf(parent.get(name));
  }
}
