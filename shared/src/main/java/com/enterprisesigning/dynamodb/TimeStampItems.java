package com.enterprisesigning.dynamodb;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimeStamp;
import java.util.Base64;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item {@code COMPLETION_TIME_STAMP#<order ref>}. It is an item of its own, because an update
 * of the evidence would cost the write of everything that is in it, and because the time stamp of a
 * rejected completion still holds when the completion is verified again.
 */
final class TimeStampItems {
  private TimeStampItems() {}

  static Draft draft(Evidence evidence, TimeStamp timeStamp) {
    String orderRef = evidence.order().orderRef();
    Draft draft =
        new Draft()
            .set("order_ref", Values.of(orderRef))
            .set("token", token(timeStamp))
            .set("at", Values.of(timeStamp.at()))
            .set("authority", Values.of(timeStamp.authority()))
            .set("ttl", Values.ttl(evidence.keptUntil()));
    return Digests.set(draft, timeStamp.digest(evidence.participantId(), orderRef));
  }

  /** Returns the token's attribute, which differs for each token. */
  static AttributeValue token(TimeStamp timeStamp) {
    return Values.of(Base64.getDecoder().decode(timeStamp.token()));
  }

  static TimeStamp read(Item item) {
    return Digests.checked(
        item,
        () ->
            new TimeStamp(
                item.unpacked("token", Base64.getEncoder()::encodeToString),
                item.time("at"),
                item.text("authority")),
        timeStamp -> timeStamp.digest(item.participant(), item.text("order_ref")));
  }
}
