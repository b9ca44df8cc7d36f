package com.enterprisesigning.simulator.rp;

import com.enterprisesigning.simulator.order.OrderKind;
import com.enterprisesigning.simulator.order.OrderRequest;
import com.enterprisesigning.simulator.person.PersonalNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the bodies of calls that create an order, by the rules of {@code docs/bankid.md#sign} and
 * {@code docs/bankid.md#sign-by-phone}.
 */
final class OrderReader {
  private static final int RETURN_URL = 512;
  private static final Set<String> MEMBERS =
      Set.of(
          "endUserIp",
          "userVisibleData",
          "userVisibleDataFormat",
          "userNonVisibleData",
          "returnUrl",
          "returnRisk",
          "web",
          "app",
          "requirement");
  private static final Set<String> MEMBERS_BY_PHONE =
      Set.of(
          "personalNumber",
          "callInitiator",
          "userVisibleData",
          "userVisibleDataFormat",
          "userNonVisibleData",
          "requirement");

  private OrderReader() {}

  static OrderRequest read(OrderKind kind, JsonNode body) {
    TextRules texts = TextRules.of(kind);
    return kind.isByPhone() ? byPhone(kind, texts, body) : launched(kind, texts, body);
  }

  private static OrderRequest launched(OrderKind kind, TextRules texts, JsonNode body) {
    Members members = new Members(body, "request", MEMBERS);
    String endUserIp = members.requiredText("endUserIp", EndUserIp::isValid);
    DeviceMembers.check(members);
    RequirementMembers requirement = RequirementMembers.read(members);
    return new OrderRequest(
        kind,
        requirement.personalNumber(),
        texts.visible(members),
        texts.format(members),
        texts.nonVisible(members),
        Optional.of(endUserIp),
        members.text("returnUrl", Members.length(1, RETURN_URL)),
        members.flag("returnRisk"),
        requirement.requirement());
  }

  private static OrderRequest byPhone(OrderKind kind, TextRules texts, JsonNode body) {
    Members members = new Members(body, "request", MEMBERS_BY_PHONE);
    PersonalNumber person =
        new PersonalNumber(
            members.requiredText("personalNumber", RequirementMembers::isPersonalNumber));
    members.requiredText("callInitiator", Members.oneOf("user", "RP"));
    return new OrderRequest(
        kind,
        Optional.of(person),
        texts.visible(members),
        texts.format(members),
        texts.nonVisible(members),
        Optional.empty(),
        Optional.empty(),
        false,
        RequirementMembers.readByPhone(members));
  }
}
