package com.enterprisesigning.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The repository's own template as the local run reads it. */
class TemplateReadingTest {

  private static Template template() throws Exception {
    return Template.parse(Files.readString(Path.of("..", "template.yaml")));
  }

  @Test
  void routes_areThoseOfTheContract() throws Exception {
    Set<String> routes =
        template().functions().stream()
            .flatMap(function -> function.routes().stream())
            .map(Route::key)
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "POST /signing/start",
            "POST /signing/start/phone",
            "POST /signing/collect",
            "POST /signing/cancel",
            "POST /signing/processes",
            "GET /signing/processes/{id}",
            "DELETE /signing/processes/{id}",
            "GET /signing/participants/{id}/evidence"),
        routes);
  }

  @Test
  void timeout_isTheGlobalOne() throws Exception {
    List<Duration> timeouts =
        template().functions().stream().map(FunctionDefinition::timeout).distinct().toList();
    assertEquals(List.of(Duration.ofSeconds(20)), timeouts);
  }

  @Test
  void table_hasKeysAndTimeToLive() throws Exception {
    assertEquals(new TableDefinition("pk", "sk", Optional.of("ttl")), template().table());
  }

  @Test
  void templateWithoutRoutes_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Template.parse("Resources: {}"));
  }
}
