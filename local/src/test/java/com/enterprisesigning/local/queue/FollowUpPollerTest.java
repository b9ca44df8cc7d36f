package com.enterprisesigning.local.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.enterprisesigning.local.template.FunctionDefinition;
import com.enterprisesigning.local.template.QueueConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Lambda does between the queue and the function. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FollowUpPollerTest {
  private final TestQueues test = new TestQueues();
  private final ScriptedHandler handler = new ScriptedHandler();

  private FollowUpPoller poller(boolean reportsFailures) {
    FunctionDefinition function =
        new FunctionDefinition(
            "FollowUpFunction", "no.matter", Duration.ofSeconds(20), 1024, List.of());
    return FollowUpPoller.of(
        new QueueConsumer(function, TestQueues.QUEUE, 10, reportsFailures),
        test.queues,
        handler,
        test.clock);
  }

  private void sendAll(String... bodies) {
    for (String body : bodies) {
      test.send(body, Duration.ZERO);
    }
  }

  /** Returns what is left once every visibility timeout is over. */
  private List<String> left() {
    test.clock.add(TestQueues.VISIBILITY);
    return test.queue().receive(10).stream().map(QueueMessage::body).sorted().toList();
  }

  @Test
  void messages_areHandedOverTogether_tenAtATime() {
    for (int i = 0; i < 11; i++) {
      sendAll("good");
    }
    FollowUpPoller poller = poller(true);
    assertEquals(
        List.of(10, 1, 0), List.of(poller.pollOnce(), poller.pollOnce(), poller.pollOnce()));
    assertEquals(
        List.of(10, 1), handler.events().stream().map(event -> event.getRecords().size()).toList());
  }

  @Test
  void handledMessages_areDeleted_andFailedOnesComeAgain() {
    sendAll("good", "fail", "good");
    poller(true).pollOnce();
    assertEquals(List.of("fail"), left());
  }

  @Test
  void failedMessage_isHidden_forTheVisibilityTimeout() {
    sendAll("fail");
    FollowUpPoller poller = poller(true);
    poller.pollOnce();
    assertEquals(0, poller.pollOnce());
    test.clock.add(TestQueues.VISIBILITY);
    assertEquals(1, poller.pollOnce());
  }

  @Test
  void batch_comesAgainAsAWhole_whenTheFunctionThrows() {
    sendAll("good", "throw");
    poller(true).pollOnce();
    assertEquals(List.of("good", "throw"), left());
  }

  @Test
  void batch_comesAgainAsAWhole_whenTheAnswerNamesAnotherMessage() {
    sendAll("good", "blame another");
    poller(true).pollOnce();
    assertEquals(List.of("blame another", "good"), left());
  }

  @Test
  void reportedFailures_areIgnored_whenTheTemplateDoesNotAskForThem() {
    sendAll("good", "fail");
    poller(false).pollOnce();
    assertEquals(List.of(), left());
  }

  @Test
  void messageThatFailsTwentyTimes_becomesADeadLetter() {
    sendAll("fail");
    FollowUpPoller poller = poller(true);
    for (int i = 0; i <= TestQueues.MAX_RECEIVES; i++) {
      poller.pollOnce();
      test.clock.add(TestQueues.VISIBILITY);
    }
    assertEquals(TestQueues.MAX_RECEIVES, handler.events().size());
    assertEquals(1, test.deadLetters().counts().due());
  }

  @Test
  void function_seesTheMessage_asLambdaShowsIt() {
    sendAll("body");
    poller(true).pollOnce();
    SQSEvent.SQSMessage seen = handler.events().getFirst().getRecords().getFirst();
    assertEquals("body", seen.getBody());
    assertEquals("841a2d689ad86bd1611447453c22c6fc", seen.getMd5OfBody());
    assertEquals(Map.of(), seen.getMessageAttributes());
    assertEquals("aws:sqs", seen.getEventSource());
    assertEquals("arn:aws:sqs:eu-north-1:000000000000:FollowUpQueue", seen.getEventSourceArn());
    assertNotEquals("", seen.getReceiptHandle());
  }

  @Test
  void function_seesHowOftenAndWhenTheMessageWasReceived() {
    String sent = String.valueOf(test.clock.instant().toEpochMilli());
    sendAll("fail");
    test.clock.add(Duration.ofSeconds(5));
    String received = String.valueOf(test.clock.instant().toEpochMilli());
    FollowUpPoller poller = poller(true);
    poller.pollOnce();
    test.clock.add(TestQueues.VISIBILITY);
    poller.pollOnce();
    assertEquals(
        Map.of(
            "ApproximateReceiveCount",
            "2",
            "SentTimestamp",
            sent,
            "ApproximateFirstReceiveTimestamp",
            received,
            "SenderId",
            "local"),
        handler.events().getLast().getRecords().getFirst().getAttributes());
  }

  @Test
  void startedPoller_handlesMessagesByItself() throws Exception {
    try (FollowUpPoller poller = poller(true)) {
      poller.start();
      sendAll("good");
      assertEquals(1, handler.awaitEvent().getRecords().size());
    }
  }
}
