package com.enterprisesigning.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  void queues_haveTheirNumbers_andTheirDeadLetterQueue() throws Exception {
    QueueDefinition queue = template().queues().get("FollowUpQueue");
    assertEquals(
        new QueueDefinition(
            "FollowUpQueue",
            Duration.ofSeconds(30),
            Duration.ofDays(4),
            1024 * 1024,
            Optional.of(new QueueDefinition.Redrive("FollowUpDeadLetterQueue", 1000))),
        queue);
    assertEquals(
        Duration.ofDays(14), template().queues().get("FollowUpDeadLetterQueue").retention());
  }

  @Test
  void consumer_isTheFunction_withTheQueuesEvent() throws Exception {
    QueueConsumer consumer = template().consumers().getFirst();
    assertEquals(1, template().consumers().size());
    assertEquals(
        new QueueConsumer(
            new FunctionDefinition(
                "FollowUpFunction",
                "com.enterprisesigning.functions.FollowUpHandler",
                Duration.ofSeconds(20),
                1024,
                List.of()),
            "FollowUpQueue",
            10,
            true),
        consumer);
  }

  @Test
  void template_isRefused_whenAFunctionConsumesAMissingQueue() throws Exception {
    String template =
        Files.readString(Path.of("..", "template.yaml"))
            .replace("Queue: !GetAtt FollowUpQueue.Arn", "Queue: !GetAtt Nothing.Arn");
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Template.parse(template));
    assertTrue(refused.getMessage().contains("Nothing"), refused.getMessage());
  }

  @Test
  void template_isRefused_withoutRoutes() {
    assertThrows(IllegalArgumentException.class, () -> Template.parse("Resources: {}"));
  }
}
