package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every function can be tried by itself, and what is written of how is so. */
class SampleEventsTest {
  /** A BankID for a sandbox on AWS; the local run has its own. */
  private static final String SIMULATOR = "SimulatorFunction";

  /**
   * {@code sam local invoke <function> --event events/<file>}, or {@code check <function> <file>}.
   */
  private static final Pattern INVOCATION =
      Pattern.compile(
          "^(?:sam local invoke|check) (\\w+) (?:--event events/)?([\\w-]+\\.json)",
          Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {"events/README.md", "events/check"})
  void functions_areAllInvoked_eachWithItsOwnEvent(String file) throws IOException {
    Map<String, String> invoked = invocations(file);

    assertEquals(functions(), invoked.keySet());
    assertEquals(events(), new TreeSet<>(invoked.values()));
  }

  /** Any user of the machine can answer at the run's port. */
  @ParameterizedTest
  @ValueSource(strings = {"events/README.md", "events/check"})
  void shell_doesNotEvaluateWhatAServerAnswers(String file) throws IOException {
    assertFalse(RepositoryFiles.text(file).matches("(?s).*\\beval\\b.*"));
  }

  @Test
  void guide_hasTheLineThatTheRunPrints() throws IOException {
    String line = ContainersKey.shellLine(URI.create("http://127.0.0.1:8080"));
    assertTrue(RepositoryFiles.text("events/README.md").lines().anyMatch(line::equals), line);
  }

  /** Otherwise SAM prefers the template that an earlier {@code sam build} left in .aws-sam. */
  @ParameterizedTest
  @ValueSource(strings = {"local_invoke", "local_start_api", "deploy"})
  void sam_takesTheRepositorysTemplate(String command) throws IOException {
    String section =
        "[default.%s.parameters]\ntemplate_file = \"template.yaml\"".formatted(command);
    assertTrue(RepositoryFiles.text("samconfig.toml").contains(section), section);
  }

  @Test
  void event_isThatOfItsFunction() throws IOException {
    JsonNode resources = RepositoryFiles.read("template.yaml").path("Resources");
    invocations("events/README.md")
        .forEach((function, file) -> {
          JsonNode event = RepositoryFiles.read("events/" + file);
          Set<String> triggers =
              resources.path(function).at("/Properties/Events").properties().stream()
                  .map(trigger -> trigger(trigger.getValue()))
                  .collect(Collectors.toSet());
          assertEquals(Set.of(event.path("routeKey").asString("SQS")), triggers, function);
        });
  }

  private static String trigger(JsonNode trigger) {
    JsonNode properties = trigger.path("Properties");
    return trigger.path("Type").asString().equals("HttpApi")
        ? properties.path("Method").asString() + " " + properties.path("Path").asString()
        : trigger.path("Type").asString();
  }

  private static Map<String, String> invocations(String file) throws IOException {
    return INVOCATION
        .matcher(RepositoryFiles.text(file))
        .results()
        .collect(
            Collectors.toMap(
                match -> match.group(1),
                match -> match.group(2),
                (one, two) -> one + " and " + two,
                TreeMap::new));
  }

  private static Set<String> functions() {
    return RepositoryFiles.read("template.yaml").path("Resources").properties().stream()
        .filter(it -> it.getValue().path("Type").asString().equals("AWS::Serverless::Function"))
        .map(Map.Entry::getKey)
        .filter(name -> !name.equals(SIMULATOR))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> events() throws IOException {
    return RepositoryFiles.namesIn("events").stream()
        .filter(name -> name.endsWith(".json") && !name.equals("env.json"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
