package com.enterprisesigning.dynamodb;

import com.enterprisesigning.domain.Requirement;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of a requirement in {@code DETAILS} and in the items of evidence. */
final class RequirementAttributes {
  private RequirementAttributes() {}

  static Requirement read(Item item) {
    return new Requirement(
        item.optionalFlag("pin_code"),
        item.optionalFlag("mrtd"),
        item.optionalText("card_reader"),
        item.list("certificate_policies").stream().map(AttributeValue::s).toList());
  }

  static Draft set(Draft draft, Requirement requirement) {
    Optional<AttributeValue> policies =
        Optional.of(requirement.certificatePolicies())
            .filter(it -> !it.isEmpty())
            .map(it -> AttributeValue.fromL(it.stream().map(Values::of).toList()));
    return draft
        .set("pin_code", requirement.pinCode().map(Values::of))
        .set("mrtd", requirement.mrtd().map(Values::of))
        .set("card_reader", requirement.cardReader().map(Values::of))
        .set("certificate_policies", policies);
  }
}
