package com.enterprisesigning.bankid.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.bankid.CallInitiator;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.bankid.Requirement;
import com.enterprisesigning.bankid.SigningText;
import com.enterprisesigning.bankid.UserDevice;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Optional;

/**
 * The body of a create ({@code docs/bankid.md#sign} and {@code docs/bankid.md#sign-by-phone}), with
 * BankID's member names.
 */
final class OrderBody {
  private OrderBody() {}

  static String json(OrderRequest request) {
    return switch (request) {
      case OrderRequest.Sign sign -> sign(sign).toString();
      case OrderRequest.PhoneSign phoneSign -> phoneSign(phoneSign).toString();
    };
  }

  private static ObjectNode sign(OrderRequest.Sign sign) {
    ObjectNode body = object().put("endUserIp", sign.endUserIp().address());
    putText(body, sign.text());
    put(body, "returnUrl", sign.returnUrl());
    sign.returnRisk().ifPresent(risk -> body.put("returnRisk", risk));
    sign.userDevice().ifPresent(device -> putDevice(body, device));
    ObjectNode requirement = carriedByAll(sign.requirement());
    // Always sent; otherwise anyone who scans the code first could sign.
    requirement.put("personalNumber", sign.personalNumber().digits());
    sign.requirement().mrtd().ifPresent(mrtd -> requirement.put("mrtd", mrtd));
    body.set("requirement", requirement);
    return body;
  }

  private static ObjectNode phoneSign(OrderRequest.PhoneSign phoneSign) {
    ObjectNode body =
        object()
            .put("personalNumber", phoneSign.personalNumber().digits())
            .put("callInitiator", callInitiator(phoneSign.callInitiator()));
    putText(body, phoneSign.text());
    ObjectNode requirement = carriedByAll(phoneSign.requirement());
    if (!requirement.isEmpty()) {
      body.set("requirement", requirement);
    }
    return body;
  }

  private static String callInitiator(CallInitiator initiator) {
    return switch (initiator) {
      case USER -> "user";
      case RP -> "RP";
    };
  }

  private static void putText(ObjectNode body, SigningText text) {
    body.put("userVisibleData", base64(text.visible()));
    switch (text.format()) {
      case PLAINTEXT -> {} // BankID's default
      case SIMPLE_MARKDOWN_V1 -> body.put("userVisibleDataFormat", "simpleMarkdownV1");
    }
    put(body, "userNonVisibleData", text.nonVisible().map(OrderBody::base64));
  }

  private static void putDevice(ObjectNode body, UserDevice device) {
    ObjectNode members = object();
    switch (device) {
      case UserDevice.Web web -> {
        put(members, "referringDomain", web.referringDomain());
        put(members, "userAgent", web.userAgent());
        put(members, "deviceIdentifier", web.deviceIdentifier());
        body.set("web", members);
      }
      case UserDevice.App app -> {
        put(members, "appIdentifier", app.appIdentifier());
        put(members, "deviceOS", app.deviceOs());
        put(members, "deviceModelName", app.deviceModelName());
        put(members, "deviceIdentifier", app.deviceIdentifier());
        body.set("app", members);
      }
    }
  }

  /** The members that both kinds of order can carry. */
  private static ObjectNode carriedByAll(Requirement given) {
    ObjectNode requirement = object();
    given.pinCode().ifPresent(pinCode -> requirement.put("pinCode", pinCode));
    put(requirement, "cardReader", given.cardReader());
    if (!given.certificatePolicies().isEmpty()) {
      given.certificatePolicies().forEach(requirement.withArray("certificatePolicies")::add);
    }
    return requirement;
  }

  private static void put(ObjectNode object, String member, Optional<String> value) {
    value.ifPresent(text -> object.put(member, text));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
