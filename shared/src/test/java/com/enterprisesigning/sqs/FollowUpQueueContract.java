package com.enterprisesigning.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.signing.FollowUpMessage;
import com.enterprisesigning.signing.FollowUpQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every follow-up queue. */
public abstract class FollowUpQueueContract {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  /** Returns an empty queue; the same one throughout a test. */
  protected abstract FollowUpQueue queue();

  /** Advances the queue's time. A test sends before this, never after. */
  protected abstract void pass(Duration time);

  /** Receives what is due now, up to ten messages. */
  protected abstract List<FollowUpMessage> receive();

  static List<FollowUpMessage> messages() {
    return Messages.ALL;
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessage_comesOutAsItWentIn(FollowUpMessage message) {
    queue().send(message, List.of(TEN_SECONDS));
    pass(TEN_SECONDS);

    assertEquals(List.of(message), receive());
  }

  @Test
  void aMessage_isNotDelivered_beforeItsDelay() {
    queue().send(Messages.SETTLE, List.of(Duration.ofMinutes(2)));
    pass(Duration.ofMinutes(1));

    assertEquals(List.of(), receive());
  }

  @Test
  void aMessage_isDelivered_onceForEachDelay() {
    queue().send(Messages.SETTLE, List.of(Duration.ofSeconds(95), Duration.ofSeconds(185)));
    List<Integer> delivered = new ArrayList<>();
    for (int seconds : List.of(95, 90, 600)) {
      pass(Duration.ofSeconds(seconds));
      delivered.add(receive().size());
    }

    assertEquals(List.of(1, 1, 0), delivered);
  }

  @Test
  void aMessage_isDelivered_afterTheLongestDelay() {
    queue().send(Messages.END, List.of(FollowUpQueue.LONGEST_DELAY));
    pass(FollowUpQueue.LONGEST_DELAY);

    assertEquals(List.of(Messages.END), receive());
  }

  @Test
  void aMessage_isTaken_withTenDelays() {
    queue().send(Messages.SETTLE, Collections.nCopies(10, TEN_SECONDS));
    pass(TEN_SECONDS);

    assertEquals(10, receive().size());
  }

  @Test
  void messages_areDelivered_eachByItsOwnDelay() {
    queue().send(Messages.END, List.of(Duration.ofMinutes(2)));
    queue().send(Messages.SETTLE, List.of(Duration.ofMinutes(1)));
    pass(Duration.ofMinutes(1));
    List<FollowUpMessage> first = receive();
    pass(Duration.ofMinutes(1));

    assertEquals(
        List.of(List.of(Messages.SETTLE), List.of(Messages.END)), List.of(first, receive()));
  }
}
