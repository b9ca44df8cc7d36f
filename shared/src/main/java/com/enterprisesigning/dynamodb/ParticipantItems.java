package com.enterprisesigning.dynamodb;

import com.enterprisesigning.bankid.PersonalNumber;
import com.enterprisesigning.bankid.Requirement;
import com.enterprisesigning.bankid.SigningText;
import com.enterprisesigning.conflict.PersonKey;
import com.enterprisesigning.signing.ParticipantDetails;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
        new Requirement(
            item.optionalFlag("pin_code"),
            item.optionalFlag("mrtd"),
            item.optionalText("card_reader"),
            item.list("certificate_policies").stream().map(AttributeValue::s).toList()));
  }

  private static SigningText text(Item item) {
    return new SigningText(
        item.text("visible"),
        SigningText.Format.valueOf(item.text("format")),
        item.optionalText("non_visible"));
  }

  static Draft draft(ParticipantDetails details, Instant keptUntil) {
    Requirement requirement = details.requirement();
    Optional<AttributeValue> policies =
        requirement.certificatePolicies().isEmpty()
            ? Optional.empty()
            : Optional.of(
                AttributeValue.fromL(
                    requirement.certificatePolicies().stream().map(Values::of).toList()));
    return new Draft()
        .set("participant", Values.of(details.participantId()))
        .set("process", Values.of(details.processId()))
        .set("client", Values.of(details.client()))
        .set("expires_at", Values.of(details.expiresAt()))
        .set("personal_number", Values.of(details.personalNumber().digits()))
        .set("person_key", Values.of(details.personKey().hex()))
        .set("visible", Values.of(details.text().visible()))
        .set("format", Values.of(details.text().format()))
        .set("non_visible", details.text().nonVisible().map(Values::of))
        .set("pin_code", requirement.pinCode().map(Values::of))
        .set("mrtd", requirement.mrtd().map(Values::of))
        .set("card_reader", requirement.cardReader().map(Values::of))
        .set("certificate_policies", policies)
        .set("ttl", Values.ttl(keptUntil));
  }
}
