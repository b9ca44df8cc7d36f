package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.aws.AwsClients;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.sqs.SqsFollowUpQueue;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The times and the queue of the follow-up: {@code docs/architecture.md#timing}. */
class FollowUpTemplateTest {
  private static final JsonNode TEMPLATE = RepositoryFiles.read("template.yaml");
  private static final JsonNode RESOURCES = TEMPLATE.path("Resources");
  private static final JsonNode FUNCTION = RESOURCES.at("/FollowUpFunction/Properties");

  private static JsonNode queue(String name) {
    assertEquals("AWS::SQS::Queue", RESOURCES.path(name).path("Type").asString());
    return RESOURCES.path(name).path("Properties");
  }

  private static Duration seconds(JsonNode value) {
    return Duration.ofSeconds(value.asInt());
  }

  private static void assertShorter(Duration shorter, Duration longer) {
    assertTrue(shorter.compareTo(longer) < 0, shorter + " is not shorter than " + longer);
  }

  @Test
  void times_nest() {
    Duration function = seconds(TEMPLATE.at("/Globals/Function/Timeout"));
    assertEquals(Timing.FUNCTION_TIMEOUT, function);
    assertShorter(
        AwsClients.DYNAMODB_TIMEOUT.multipliedBy(2).plus(AwsClients.SQS_TIMEOUT),
        Timing.LEFT_TO_ASK);
    assertShorter(Timing.LEFT_TO_ASK, function);
    assertShorter(function, Timing.LEASE);
    assertShorter(function, Timing.MISSING_GRACE);
    assertShorter(function, seconds(queue("FollowUpQueue").path("VisibilityTimeout")));
  }

  @Test
  void function_consumesTheQueue_andReportsFailedMessagesOneByOne() {
    JsonNode event = FUNCTION.at("/Events/Message");
    assertEquals("SQS", event.path("Type").asString());
    assertEquals("FollowUpQueue.Arn", event.at("/Properties/Queue").asString());
    assertEquals(
        "ReportBatchItemFailures", event.at("/Properties/FunctionResponseTypes/0").asString());
    assertEquals(10, event.at("/Properties/BatchSize").asInt());
  }

  @Test
  void failingMessage_isRetriedForEightHours_andKeptForFourteenDays() {
    JsonNode redrive = queue("FollowUpQueue").path("RedrivePolicy");
    assertEquals("FollowUpDeadLetterQueue.Arn", redrive.path("deadLetterTargetArn").asString());
    assertEquals(
        Duration.ofMinutes(500),
        seconds(queue("FollowUpQueue").path("VisibilityTimeout"))
            .multipliedBy(redrive.path("maxReceiveCount").asInt()));
    assertEquals(
        Duration.ofDays(14),
        seconds(queue("FollowUpDeadLetterQueue").path("MessageRetentionPeriod")));
  }

  /** A message keeps its age when it moves, so the dead-letter queue must keep messages longer. */
  @Test
  void deadLetters_areKeptLonger_thanTheQueueKeepsThem() {
    assertShorter(
        seconds(queue("FollowUpQueue").path("MessageRetentionPeriod")),
        seconds(queue("FollowUpDeadLetterQueue").path("MessageRetentionPeriod")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FollowUpQueue", "FollowUpDeadLetterQueue"})
  void queue_acceptsTheLargestCompletion_andIsEncryptedLikeTheTable(String name) {
    JsonNode queue = queue(name);
    assertEquals(SqsFollowUpQueue.MAXIMUM_MESSAGE_SIZE, queue.path("MaximumMessageSize").asInt());
    assertEquals(
        List.of("IsSandbox", "AWS::NoValue", "TableKey.Arn"), texts(queue.path("KmsMasterKeyId")));
    assertEquals(
        List.of("IsSandbox", "true", "AWS::NoValue"), texts(queue.path("SqsManagedSseEnabled")));
    assertEquals(
        List.of("IsSandbox", "Delete", "Retain"),
        texts(RESOURCES.path(name).path("DeletionPolicy")));
  }

  @Test
  void key_isUsedOnlyThroughTableAndQueues() {
    JsonNode use = RESOURCES.at("/TableKey/Properties/KeyPolicy/Statement/1");
    assertEquals(
        List.of(
            "dynamodb.${AWS::Region}.${AWS::URLSuffix}", "sqs.${AWS::Region}.${AWS::URLSuffix}"),
        texts(use.at("/Condition/StringEquals/kms:ViaService")));
  }

  /** Returns the text, or each text of a list. */
  private static List<String> texts(JsonNode node) {
    return node.isArray()
        ? list(node).stream().map(JsonNode::asString).toList()
        : List.of(node.asString());
  }

  private static List<JsonNode> list(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).toList();
  }
}
