package com.enterprisesigning.local.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * A message in a queue. {@link #toString} does not show its body.
 *
 * @param visibleAt when it can be received: after its delay, or after the visibility timeout of its
 *     last receive
 * @param receives how often it was received
 */
record QueueMessage(
    UUID id,
    String body,
    Instant sentAt,
    Instant visibleAt,
    int receives,
    Optional<Instant> firstReceivedAt) {

  QueueMessage received(Instant now, Instant hiddenUntil) {
    return new QueueMessage(
        id, body, sentAt, hiddenUntil, receives + 1, Optional.of(firstReceivedAt.orElse(now)));
  }

  boolean isDue(Instant now) {
    return !now.isBefore(visibleAt);
  }

  /** Returns whether the message was received and is still hidden. */
  boolean isInFlight(Instant now) {
    return receives > 0 && !isDue(now);
  }

  /** Returns the text that identifies this receive of the message, opaque to the receiver. */
  String receiptHandle() {
    return Base64.getUrlEncoder()
        .encodeToString((id + "#" + receives).getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the MD5 in hex, which the SDK compares when it sends or receives. */
  String md5OfBody() {
    try {
      byte[] md5 = MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(md5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  @Override
  public String toString() {
    return "QueueMessage[" + id + "]";
  }
}
