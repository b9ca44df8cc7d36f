package com.enterprisesigning.simulator.dynamodb;

import com.enterprisesigning.simulator.order.CertificatePolicy;
import com.enterprisesigning.simulator.order.OrderKind;
import com.enterprisesigning.simulator.order.OrderRequest;
import com.enterprisesigning.simulator.order.Requirement;
import com.enterprisesigning.simulator.order.Risk;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts a request to and from attributes of its order's item. Optional members that were not
 * given are absent.
 */
final class RequestItems {
  static final String KIND = "kind";

  private static final String POLICIES = "certificatePolicies";

  private RequestItems() {}

  static void write(OrderRequest request, Map<String, AttributeValue> item) {
    item.put(KIND, AttributeValue.fromS(request.kind().name()));
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
                  .map(policy -> AttributeValue.fromS(policy.text()))
                  .toList()));
    }
    put(item, "highestRisk", requirement.highestRisk().map(Risk::name));
  }

  static OrderRequest read(Map<String, AttributeValue> item) {
    return new OrderRequest(
        kind(item),
        text(item, "personalNumber").map(PersonalNumber::new),
        text(item, "userVisibleData"),
        text(item, "userVisibleDataFormat"),
        text(item, "userNonVisibleData"),
        text(item, "endUserIp"),
        text(item, "returnUrl"),
        item.get("returnRisk").bool(),
        new Requirement(
            item.get("mrtd").bool(),
            Optional.ofNullable(item.get(POLICIES))
                .map(AttributeValue::l)
                .orElse(List.of())
                .stream()
                .map(policy -> new CertificatePolicy(policy.s()))
                .toList(),
            text(item, "highestRisk").map(Risk::valueOf)));
  }

  static OrderKind kind(Map<String, AttributeValue> item) {
    return OrderKind.valueOf(item.get(KIND).s());
  }

  private static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  private static void put(Map<String, AttributeValue> item, String name, Optional<String> text) {
    text.ifPresent(it -> item.put(name, AttributeValue.fromS(it)));
  }
}
