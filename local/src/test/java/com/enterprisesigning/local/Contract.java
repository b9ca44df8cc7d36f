package com.enterprisesigning.local;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code openapi.yaml}, against which every answer is checked ({@code
 * docs/architecture.md#the-contract}): JSON Schema 2020-12, with formats asserted, and with the
 * keywords that the contract keeps from generated clients.
 */
public final class Contract {
  private static final String DOCUMENT = "https://contract.invalid/openapi.json";
  private static final String REFERENCE = "$ref";
  private static final String EXACT = "x-exact";

  private final JsonNode document;
  private final SchemaRegistry registry;

  private Contract(JsonNode document) {
    this.document = document;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(Map.of(DOCUMENT, document.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** Reads the contract in the repository. */
  public static Contract ofRepository() {
    JsonNode document = RepositoryFiles.read("openapi.yaml");
    addExactKeywords(document);
    return new Contract(document);
  }

  /** Adds the keywords in each {@code x-exact} to the schema that has it. */
  private static void addExactKeywords(JsonNode node) {
    if (node instanceof ObjectNode schema && schema.remove(EXACT) instanceof ObjectNode exact) {
      exact
          .properties()
          .forEach(keyword -> {
            if (schema.has(keyword.getKey())) {
              throw new IllegalStateException(keyword.getKey() + " is in x-exact and beside it");
            }
            schema.set(keyword.getKey(), keyword.getValue());
          });
    }
    node.forEach(Contract::addExactKeywords);
  }

  /** Returns the document with the exact schemas, and with its references unresolved. */
  public JsonNode document() {
    return document;
  }

  /**
   * Checks one answer against the contract.
   *
   * @param method such as {@code POST}
   * @param path as it was called, with or without a query, or as the contract writes it
   * @param contentType the answer's header, if there is one
   * @param body as received; empty if there is none
   * @throws AssertionError listing everything that the contract does not allow
   */
  public void check(
      String method, String path, int status, Optional<String> contentType, String body) {
    List<String> violations = violations(method, path, status, contentType, body);
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "%s %s answers %d %s, which the contract does not know: %s"
              .formatted(method, path, status, body, String.join("; ", violations)));
    }
  }

  /**
   * Returns what the contract does not allow in this answer; the parameters are those of {@link
   * #check}.
   */
  public List<String> violations(
      String method, String path, int status, Optional<String> contentType, String body) {
    Optional<String> response = response(method, path, status);
    if (response.isEmpty()) {
      return List.of("no such answer is documented");
    }
    JsonNode content = document.at(response.get()).path("content");
    if (content.isMissingNode()) {
      return body.isEmpty() ? List.of() : List.of("it has no body");
    }
    String mediaType = contentType.map(Contract::mediaType).orElse("none");
    if (!content.has(mediaType)) {
      return List.of("its media types are " + content.propertyNames() + ", not " + mediaType);
    }
    if (!isJson(mediaType)) {
      return body.isEmpty() ? List.of("its body is empty") : List.of();
    }
    return violations(response.get() + "/content/" + escaped(mediaType) + "/schema", body);
  }

  /**
   * Returns what the contract does not allow in this request's body; the body is empty if there is
   * none.
   */
  public List<String> requestViolations(String method, String path, String body) {
    String pointer =
        template(path)
            .map(template ->
                "/paths/%s/%s".formatted(escaped(template), method.toLowerCase(Locale.ROOT)))
            .orElse("/none");
    String schema = pointer + "/requestBody/content/application~1json/schema";
    if (document.at(pointer).isMissingNode()) {
      return List.of("no such call is documented");
    }
    if (document.at(schema).isMissingNode()) {
      return body.isEmpty() ? List.of() : List.of("it has no body");
    }
    return violations(schema, body);
  }

  private List<String> violations(String schemaPointer, String body) {
    if (body.isBlank()) {
      return List.of("its body is empty");
    }
    try {
      return schema(schemaPointer).validate(body, InputFormat.JSON).stream()
          .map(error -> error.getInstanceLocation() + " " + error.getMessage())
          .toList();
    } catch (JacksonException e) {
      return List.of("its body is no JSON: " + e.getOriginalMessage());
    }
  }

  private Schema schema(String pointer) {
    return registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer));
  }

  /** Returns the response's place in the document, with references followed. */
  private Optional<String> response(String method, String path, int status) {
    return template(path)
        .map(template ->
            "/paths/%s/%s/responses/%d"
                .formatted(escaped(template), method.toLowerCase(Locale.ROOT), status))
        .filter(pointer -> !document.at(pointer).isMissingNode())
        .map(pointer -> {
          JsonNode reference = document.at(pointer).path(REFERENCE);
          return reference.isString() ? reference.stringValue().substring(1) : pointer;
        });
  }

  private Optional<String> template(String path) {
    String called = path.split("[?#]", 2)[0];
    return document.path("paths").propertyNames().stream()
        .filter(template -> template.equals(called) || matcher(template).matcher(called).matches())
        .findFirst();
  }

  private static Pattern matcher(String template) {
    return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
  }

  private static String mediaType(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Returns whether the body is JSON, which has a schema and examples; a file has neither. */
  static boolean isJson(String mediaType) {
    return mediaType.endsWith("json");
  }

  private static String escaped(String member) {
    return member.replace("~", "~0").replace("/", "~1");
  }
}
