package com.enterprisesigning.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.enterprisesigning.engine.AnotherEngine;
import com.enterprisesigning.signing.FollowUpMessage;
import com.enterprisesigning.signing.FollowUpQueue;
import com.enterprisesigning.signing.QueueUnavailable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Messages go through the queue unchanged, on another engine. The engine's clock cannot be turned,
 * so the parts of the queue's contract that take minutes are left out.
 */
@Tag(AnotherEngine.TAG)
class AnotherEngineQueueTest {
  private static final List<Duration> SOON = List.of(Duration.ofSeconds(1));
  private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

  private static SqsClient client;
  private TestQueue queue;

  @BeforeAll
  static void connect() {
    client = AnotherEngine.client(SqsClient.builder());
  }

  @BeforeEach
  void create() {
    queue = TestQueue.create(client);
  }

  @ParameterizedTest
  @MethodSource("com.enterprisesigning.sqs.FollowUpQueueContract#messages")
  void aMessage_comesOutAsItWentIn(FollowUpMessage message) {
    queue.followUps().send(message, SOON);

    assertEquals(List.of(message), queue.receive(LONGEST_POLL));
  }

  @Test
  void aMessage_isNotTaken_whenThereIsNoSuchQueue() {
    FollowUpQueue gone = queue.followUpsThatAreGone();

    assertEquals(
        "SQS: QueueDoesNotExistException",
        assertThrows(QueueUnavailable.class, () -> gone.send(Messages.SETTLE, SOON)).getMessage());
  }
}
