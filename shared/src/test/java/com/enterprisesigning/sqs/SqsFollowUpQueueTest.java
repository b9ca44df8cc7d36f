package com.enterprisesigning.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.enterprisesigning.signing.FollowUpMessage;
import com.enterprisesigning.signing.FollowUpQueue;
import com.enterprisesigning.signing.QueueUnavailable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The SQS queue passes the contract suite, with the real AWS client on ElasticMQ. */
class SqsFollowUpQueueTest extends FollowUpQueueContract {
  private static final List<Duration> SOON = List.of(Duration.ofSeconds(1));

  private final ElasticMq sqs = new ElasticMq();

  @AfterEach
  void stop() {
    sqs.close();
  }

  @Override
  protected FollowUpQueue queue() {
    return sqs.queue();
  }

  @Override
  protected void pass(Duration time) {
    sqs.pass(time);
  }

  @Override
  protected List<FollowUpMessage> receive() {
    return sqs.receive();
  }

  @Test
  void aMessage_isNotTaken_whenThereIsNoSuchQueue() {
    FollowUpQueue queue = sqs.queueThatIsGone();

    assertEquals(
        "SQS: QueueDoesNotExistException",
        assertThrows(QueueUnavailable.class, () -> queue.send(Messages.SETTLE, SOON)).getMessage());
  }
}
