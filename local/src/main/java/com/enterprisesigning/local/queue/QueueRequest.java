package com.enterprisesigning.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** A request in AWS JSON, or an entry of a batch. Every member is checked as SQS checks it. */
record QueueRequest(JsonNode json) {
  private static final int LONGEST_DELAY_SECONDS = 900;

  String text(String member) {
    String text = json.path(member).asText("");
    if (text.isEmpty()) {
      throw QueueRefusal.missing(member);
    }
    return text;
  }

  Duration delay() {
    JsonNode seconds = json.path("DelaySeconds");
    if (seconds.isMissingNode() || seconds.isNull()) {
      return Duration.ZERO;
    }
    if (!seconds.isInt() || seconds.intValue() < 0 || seconds.intValue() > LONGEST_DELAY_SECONDS) {
      throw QueueRefusal.invalid(
          "Value %s for parameter DelaySeconds is invalid. Reason: Must be >= 0 and <= %d."
              .formatted(seconds.asText(), LONGEST_DELAY_SECONDS));
    }
    return Duration.ofSeconds(seconds.intValue());
  }
}
