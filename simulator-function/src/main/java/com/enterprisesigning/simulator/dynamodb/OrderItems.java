package com.enterprisesigning.simulator.dynamodb;

import com.enterprisesigning.simulator.order.CertificatePolicy;
import com.enterprisesigning.simulator.order.JournalEntry;
import com.enterprisesigning.simulator.order.Launch;
import com.enterprisesigning.simulator.order.Order;
import com.enterprisesigning.simulator.order.OrderKind;
import com.enterprisesigning.simulator.order.OrderRequest;
import com.enterprisesigning.simulator.order.RelyingParty;
import com.enterprisesigning.simulator.order.Requirement;
import com.enterprisesigning.simulator.order.Risk;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Converts an order to and from an item. An absent value has no attribute. */
final class OrderItems {
  /** The attributes that change. */
  static final String PERSON = "person";

  static final String TIMELINE = "timeline";
  static final String HANDED_OUT = "handedOut";

  /** The attributes that the journal reads, besides person and timeline. */
  static final String ORDER_REF = "orderRef";

  static final String OWNER_NAME = "ownerDisplayName";
  static final String KIND = "kind";

  private static final String POLICIES = "certificatePolicies";

  private OrderItems() {}

  static Map<String, AttributeValue> item(Order order) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.order(order.orderRef()));
    item.put(ORDER_REF, text(order.orderRef()));
    item.put("ownerFingerprint", text(order.owner().fingerprint()));
    item.put("ownerSubject", text(order.owner().subject()));
    item.put(OWNER_NAME, text(order.owner().displayName()));
    putRequest(item, order.request());
    put(item, PERSON, order.person().map(PersonalNumber::digits));
    order
        .launch()
        .ifPresent(launch -> {
          item.put("autoStartToken", text(launch.autoStartToken()));
          item.put("qrStartToken", text(launch.qrStartToken()));
          item.put("qrStartSecret", text(launch.qrStartSecret()));
        });
    item.put(TIMELINE, Timelines.attribute(order.timeline()));
    item.put(HANDED_OUT, AttributeValue.fromBool(order.handedOut()));
    return item;
  }

  static Order read(Map<String, AttributeValue> item) {
    return new Order(
        item.get(ORDER_REF).s(),
        new RelyingParty(
            item.get("ownerFingerprint").s(),
            item.get("ownerSubject").s(),
            item.get(OWNER_NAME).s()),
        request(item),
        optional(item, PERSON).map(PersonalNumber::new),
        optional(item, "autoStartToken")
            .map(token ->
                new Launch(token, item.get("qrStartToken").s(), item.get("qrStartSecret").s())),
        Timelines.read(item.get(TIMELINE)),
        item.get(HANDED_OUT).bool());
  }

  static JournalEntry journalEntry(Map<String, AttributeValue> item, Instant now) {
    return JournalEntry.of(
        item.get(ORDER_REF).s(),
        optional(item, PERSON).map(PersonalNumber::new),
        kind(item),
        item.get(OWNER_NAME).s(),
        Timelines.read(item.get(TIMELINE)),
        now);
  }

  private static void putRequest(Map<String, AttributeValue> item, OrderRequest request) {
    item.put(KIND, text(request.kind().name()));
    put(item, "personalNumber", request.personalNumber().map(PersonalNumber::digits));
    put(item, "userVisibleData", request.userVisibleData());
    put(item, "userVisibleDataFormat", request.userVisibleDataFormat());
    put(item, "userNonVisibleData", request.userNonVisibleData());
    put(item, "endUserIp", request.endUserIp());
    put(item, "returnUrl", request.returnUrl());
    item.put("returnRisk", AttributeValue.fromBool(request.returnRisk()));
    Requirement requirement = request.requirement();
    item.put("mrtd", AttributeValue.fromBool(requirement.mrtd()));
    if (!requirement.certificatePolicies().isEmpty()) {
      item.put(
          POLICIES,
          AttributeValue.fromL(
              requirement.certificatePolicies().stream()
                  .map(policy -> text(policy.text()))
                  .toList()));
    }
    put(item, "highestRisk", requirement.highestRisk().map(Risk::name));
  }

  private static OrderRequest request(Map<String, AttributeValue> item) {
    return new OrderRequest(
        kind(item),
        optional(item, "personalNumber").map(PersonalNumber::new),
        optional(item, "userVisibleData"),
        optional(item, "userVisibleDataFormat"),
        optional(item, "userNonVisibleData"),
        optional(item, "endUserIp"),
        optional(item, "returnUrl"),
        item.get("returnRisk").bool(),
        new Requirement(
            item.get("mrtd").bool(),
            Optional.ofNullable(item.get(POLICIES))
                .map(AttributeValue::l)
                .orElse(List.of())
                .stream()
                .map(policy -> new CertificatePolicy(policy.s()))
                .toList(),
            optional(item, "highestRisk").map(Risk::valueOf)));
  }

  private static OrderKind kind(Map<String, AttributeValue> item) {
    return OrderKind.valueOf(item.get(KIND).s());
  }

  static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  private static Optional<String> optional(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  private static void put(Map<String, AttributeValue> item, String name, Optional<String> value) {
    value.ifPresent(it -> item.put(name, text(it)));
  }
}
