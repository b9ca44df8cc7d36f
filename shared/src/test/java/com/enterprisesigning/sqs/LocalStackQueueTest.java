package com.enterprisesigning.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.enterprisesigning.localstack.LocalStack;
import com.enterprisesigning.signing.FollowUpMessage;
import com.enterprisesigning.signing.FollowUpQueue;
import com.enterprisesigning.signing.QueueUnavailable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Messages pass through the queue unchanged, on LocalStack. Its time cannot be advanced, so only
 * the parts of the contract that do not take minutes are tested.
 */
class LocalStackQueueTest {
  private static final List<Duration> SOON = List.of(Duration.ofSeconds(1));
  private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

  private TestQueue queue;

  @BeforeEach
  void create() {
    LocalStack.assumeThere();
    queue = TestQueue.create(LocalStack.client(SqsClient.builder()));
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
