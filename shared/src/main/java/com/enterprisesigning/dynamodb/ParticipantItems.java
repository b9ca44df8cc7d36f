package com.enterprisesigning.dynamodb;

import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.SigningText;
import java.time.Instant;

/** The item {@code DETAILS}: written once, except for its {@code ttl}. */
final class ParticipantItems {
  private ParticipantItems() {}

  static ParticipantDetails read(Item item) {
    return new ParticipantDetails(
        item.uuid("participant"),
        item.uuid("process"),
        item.text("client"),
        item.time("expires_at"),
        new PersonalNumber(item.text("personal_number")),
        new PersonKey(item.text("person_key")),
        text(item),
        RequirementAttributes.read(item));
  }

  private static SigningText text(Item item) {
    return new SigningText(
        item.text("visible"),
        SigningText.Format.valueOf(item.text("format")),
        item.optionalText("non_visible"));
  }

  static Draft draft(ParticipantDetails details, Instant keptUntil) {
    Draft draft =
        new Draft()
            .set("participant", Values.of(details.participantId()))
            .set("process", Values.of(details.processId()))
            .set("client", Values.of(details.client()))
            .set("expires_at", Values.of(details.expiresAt()))
            .set("personal_number", Values.of(details.personalNumber().digits()))
            .set("person_key", Values.of(details.personKey().hex()))
            .set("visible", Values.of(details.text().visible()))
            .set("format", Values.of(details.text().format()))
            .set("non_visible", details.text().nonVisible().map(Values::of))
            .set("ttl", Values.ttl(keptUntil));
    return RequirementAttributes.set(draft, details.requirement());
  }
}
