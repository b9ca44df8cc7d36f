package com.enterprisesigning.local.queue;

import static com.enterprisesigning.local.queue.TestQueues.VISIBILITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A queue whose clock is turned by hand. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalQueueTest {
  private static final Duration NOT_AT_ALL = Duration.ZERO;
  private static final Duration A_MILLISECOND = Duration.ofMillis(1);

  private final TestQueues test = new TestQueues();
  private final LocalQueue queue = test.queue();

  private List<String> receive() {
    return bodies(queue.receive(10));
  }

  private static List<String> bodies(List<QueueMessage> messages) {
    return messages.stream().map(QueueMessage::body).toList();
  }

  @Test
  void message_isReceivedOnceItsDelayIsOver_andNotBefore() {
    test.send("late", Duration.ofSeconds(95));
    test.clock.add(Duration.ofSeconds(95).minus(A_MILLISECOND));
    assertEquals(List.of(), receive());
    test.clock.add(A_MILLISECOND);
    assertEquals(List.of("late"), receive());
  }

  @Test
  void receivedMessage_isHiddenForItsVisibilityTimeout() {
    test.send("hidden", NOT_AT_ALL);
    receive();
    test.clock.add(VISIBILITY.minus(A_MILLISECOND));
    assertEquals(List.of(), receive());
    test.clock.add(A_MILLISECOND);
    assertEquals(List.of("hidden"), receive());
  }

  @Test
  void receive_returnsTheOldestFirst_andNoMoreThanRequested() {
    test.send("second", Duration.ofSeconds(2));
    test.send("first", Duration.ofSeconds(1));
    test.clock.add(Duration.ofSeconds(2));
    assertEquals(List.of("first"), bodies(queue.receive(1)));
    assertEquals(List.of("second"), bodies(queue.receive(1)));
  }

  @Test
  void deletedMessage_neverComesAgain() {
    test.send("done", NOT_AT_ALL);
    queue.delete(queue.receive(1).getFirst());
    test.clock.add(VISIBILITY);
    assertEquals(List.of(), receive());
  }

  @Test
  void staleReceive_deletesNothing() {
    test.send("again", NOT_AT_ALL);
    QueueMessage stale = queue.receive(1).getFirst();
    test.clock.add(VISIBILITY);
    receive();
    queue.delete(stale);
    test.clock.add(VISIBILITY);
    assertEquals(List.of("again"), receive());
  }

  @Test
  void messageReceivedTwentyTimes_movesToTheDeadLetterQueue() {
    test.send("hopeless", NOT_AT_ALL);
    for (int i = 0; i < TestQueues.MAX_RECEIVES; i++) {
      assertEquals(List.of("hopeless"), receive(), "receive " + i);
      test.clock.add(VISIBILITY);
    }
    assertEquals(List.of(), receive());
    assertEquals(List.of("hopeless"), bodies(test.deadLetters().receive(10)));
  }

  @Test
  void deadLetter_expiresFourteenDaysAfterItWasSent_notAfterItMoved() {
    test.send("hopeless", NOT_AT_ALL);
    for (int i = 0; i < TestQueues.MAX_RECEIVES; i++) {
      receive();
      test.clock.add(VISIBILITY);
    }
    receive();
    Duration passed = VISIBILITY.multipliedBy(TestQueues.MAX_RECEIVES);
    test.clock.add(Duration.ofDays(14).minus(passed).minus(A_MILLISECOND));
    assertEquals(1, test.deadLetters().counts().due());
    test.clock.add(A_MILLISECOND);
    assertEquals(0, test.deadLetters().counts().due());
  }

  @Test
  void counts_includeEachMessageOnce() {
    test.send("in flight", NOT_AT_ALL);
    receive();
    test.send("due", NOT_AT_ALL);
    test.send("delayed", Duration.ofSeconds(1));
    test.send("delayed too", Duration.ofSeconds(1));
    assertEquals(new LocalQueue.Counts(1, 2, 1), queue.counts());
  }

  @Test
  void awaitDue_returns_whenAMessageIsSent() throws Exception {
    FutureTask<Boolean> waiting = new FutureTask<>(() -> queue.awaitDue(Duration.ofMinutes(1)));
    Thread.ofVirtual().start(waiting);
    test.send("now", NOT_AT_ALL);
    assertTrue(waiting.get(20, TimeUnit.SECONDS));
  }

  @Test
  void awaitDue_returns_whenTheClockIsTurned() throws Exception {
    test.send("later", Duration.ofMinutes(15));
    FutureTask<Boolean> waiting = new FutureTask<>(() -> queue.awaitDue(Duration.ofMinutes(1)));
    Thread.ofVirtual().start(waiting);
    test.clock.add(Duration.ofMinutes(15));
    assertTrue(waiting.get(20, TimeUnit.SECONDS));
  }

  @Test
  void awaitDue_returnsFalse_whenPatienceIsOver() throws Exception {
    test.send("later", Duration.ofMinutes(15));
    assertFalse(queue.awaitDue(Duration.ofMillis(1)));
  }
}
