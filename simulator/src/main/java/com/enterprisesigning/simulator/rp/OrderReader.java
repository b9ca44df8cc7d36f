package com.enterprisesigning.simulator.rp;

import com.enterprisesigning.simulator.order.OrderKind;
import com.enterprisesigning.simulator.order.OrderRequest;
import com.enterprisesigning.simulator.person.PersonalNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the bodies of /sign and /phone/sign by the rules of bankid-facts sections 2.1 and 2.2. */
final class OrderReader {
  private static final int VISIBLE = 40_000;
  private static final int NON_VISIBLE = 200_000;
  private static final int RETURN_URL = 512;
  private static final int APP_MEMBER = 256;
  private static final int DEVICE_IDENTIFIER = 64;

  /** An OID; instead of its end, from the fifth place on, one asterisk. */
  private static final Pattern POLICY =
      Pattern.compile("[0-2](\\.\\d+){2,}|(?=.{4})[0-2](\\.\\d+)+\\.\\*");

  private static final Pattern DOMAIN = Pattern.compile("[0-9a-z.-]{3,253}");

  private OrderReader() {}

  static OrderRequest sign(JsonNode body) {
    Members members =
        new Members(
            body,
            "request",
            Set.of(
                "endUserIp",
                "userVisibleData",
                "userVisibleDataFormat",
                "userNonVisibleData",
                "returnUrl",
                "returnRisk",
                "web",
                "app",
                "requirement"));
    String endUserIp = members.requiredText("endUserIp", EndUserIp::isValid);
    members.text("returnUrl", Members.length(1, RETURN_URL));
    checkDevice(members);
    Optional<Members> requirement =
        members.object(
            "requirement",
            Set.of(
                "personalNumber", "pinCode", "mrtd", "cardReader", "certificatePolicies", "risk"));
    requirement.ifPresent(OrderReader::checkRequirement);
    requirement.ifPresent(it -> it.text("risk", Members.oneOf("low", "moderate")));
    return order(
        OrderKind.SIGN,
        requirement
            .flatMap(it -> it.text("personalNumber", OrderReader::isPersonalNumber))
            .map(PersonalNumber::new),
        members,
        Optional.of(endUserIp),
        requirement.map(it -> it.flag("mrtd")).orElse(false),
        members.flag("returnRisk"));
  }

  static OrderRequest phoneSign(JsonNode body) {
    Members members =
        new Members(
            body,
            "request",
            Set.of(
                "personalNumber",
                "callInitiator",
                "userVisibleData",
                "userVisibleDataFormat",
                "userNonVisibleData",
                "requirement"));
    PersonalNumber person =
        new PersonalNumber(members.requiredText("personalNumber", OrderReader::isPersonalNumber));
    members.requiredText("callInitiator", Members.oneOf("user", "RP"));
    members
        .object("requirement", Set.of("pinCode", "cardReader", "certificatePolicies"))
        .ifPresent(OrderReader::checkRequirement);
    return order(OrderKind.PHONE, Optional.of(person), members, Optional.empty(), false, false);
  }

  private static OrderRequest order(
      OrderKind kind,
      Optional<PersonalNumber> person,
      Members members,
      Optional<String> endUserIp,
      boolean mrtd,
      boolean returnRisk) {
    return new OrderRequest(
        kind,
        person,
        members.requiredText("userVisibleData", Members.base64Text(VISIBLE)),
        members.text("userVisibleDataFormat", Members.oneOf("plaintext", "simpleMarkdownV1")),
        members.text("userNonVisibleData", Members.base64(NON_VISIBLE)),
        endUserIp,
        mrtd,
        returnRisk);
  }

  private static void checkRequirement(Members requirement) {
    requirement.flag("pinCode");
    requirement.text("cardReader", Members.oneOf("class1", "class2"));
    requirement.texts("certificatePolicies", POLICY);
  }

  private static void checkDevice(Members members) {
    Optional<Members> web =
        members.object("web", Set.of("referringDomain", "userAgent", "deviceIdentifier"));
    Optional<Members> app =
        members.object(
            "app", Set.of("appIdentifier", "deviceOS", "deviceModelName", "deviceIdentifier"));
    if (web.isPresent() && app.isPresent()) {
      throw RpRefusal.invalidParameters("Invalid web and app: only one of them may be given");
    }
    web.ifPresent(it -> {
      refuseIfEmpty(it, "web");
      it.text("referringDomain", text -> DOMAIN.matcher(text).matches());
      it.text("userAgent", Members.length(1, APP_MEMBER));
      it.text("deviceIdentifier", Members.length(1, DEVICE_IDENTIFIER));
    });
    app.ifPresent(it -> {
      refuseIfEmpty(it, "app");
      it.text("appIdentifier", Members.length(1, APP_MEMBER));
      it.text("deviceOS", Members.length(1, APP_MEMBER));
      it.text("deviceModelName", Members.length(1, APP_MEMBER));
      it.text("deviceIdentifier", Members.length(1, DEVICE_IDENTIFIER));
    });
  }

  private static boolean isPersonalNumber(String text) {
    return PersonalNumber.parse(text).isPresent();
  }

  private static void refuseIfEmpty(Members members, String name) {
    if (members.isEmpty()) {
      throw Members.invalid(name);
    }
  }
}
