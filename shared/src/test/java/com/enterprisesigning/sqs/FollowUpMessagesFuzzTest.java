package com.enterprisesigning.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.enterprisesigning.signing.FollowUpMessage;
import java.util.Optional;

/**
 * Whatever the queue delivers is either refused, or a message that is the same after being written
 * and read again.
 */
class FollowUpMessagesFuzzTest {
  @FuzzTest
  void read(byte[] body) {
    message(body)
        .ifPresent(it -> assertEquals(it, FollowUpMessages.read(FollowUpMessages.body(it))));
  }

  private static Optional<FollowUpMessage> message(byte[] body) {
    try {
      return Optional.of(FollowUpMessages.read(new String(body, UTF_8)));
    } catch (UnreadableMessage refused) {
      return Optional.empty();
    }
  }
}
