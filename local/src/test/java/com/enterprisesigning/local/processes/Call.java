package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.blackbox.Reply;
import java.time.Instant;
import java.util.Optional;

/**
 * A call of the signing API.
 *
 * @param path such as {@code /signing/start}
 * @param reply absent if the process that handled the call was killed
 */
record Call(String path, Instant sentAt, Instant endedAt, Optional<Reply> reply) {

  boolean isStart() {
    return path.startsWith("/signing/start");
  }

  boolean died() {
    return reply.isEmpty();
  }

  boolean succeeded() {
    return reply.filter(answer -> answer.status() == 200).isPresent();
  }

  /** Returns the answer, and fails if there is none. */
  Reply answer() {
    return reply.orElseThrow(() -> new AssertionError(path + " was never answered"));
  }

  /** Returns whether that instant lies within the call. */
  boolean spans(Instant instant) {
    return !instant.isBefore(sentAt) && !instant.isAfter(endedAt);
  }
}
