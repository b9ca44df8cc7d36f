package com.enterprisesigning.dynamodb;

import com.enterprisesigning.domain.SigningProcess;
import java.time.Instant;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item {@code PROCESS}. */
final class ProcessItems {
  private ProcessItems() {}

  static SigningProcess read(Item item) {
    return new SigningProcess(
        item.uuid("process"),
        item.text("client"),
        item.text("reference"),
        item.list("participants").stream().map(id -> UUID.fromString(id.s())).toList(),
        item.time("expires_at"),
        item.flag("withdrawn"),
        item.optionalText("request_digest"));
  }

  static Draft draft(SigningProcess process, Instant keptUntil) {
    return new Draft()
        .set("process", Values.of(process.id()))
        .set("client", Values.of(process.client()))
        .set("reference", Values.of(process.reference()))
        .set(
            "participants",
            AttributeValue.fromL(process.participantIds().stream().map(Values::of).toList()))
        .set("expires_at", Values.of(process.expiresAt()))
        .set("request_digest", process.requestDigest().map(Values::of))
        .set("ttl", Values.ttl(keptUntil));
  }
}
