package com.enterprisesigning.simulator.sandbox;

import com.enterprisesigning.simulator.http.Json;
import com.enterprisesigning.simulator.order.JournalEntry;
import com.enterprisesigning.simulator.order.Order;
import com.enterprisesigning.simulator.order.OrderKind;
import com.enterprisesigning.simulator.order.OrderRequest;
import com.enterprisesigning.simulator.role.Role;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** The control API's JSON: names in snake_case, times in RFC 3339 UTC with milliseconds. */
final class SandboxJson {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private SandboxJson() {}

  static ObjectNode entry(JournalEntry entry) {
    return Json.object()
        .put("order_ref", entry.orderRef())
        .put("personal_number", entry.personalNumber().map(it -> it.digits()).orElse(null))
        .put("kind", entry.kind().journalName())
        .put("relying_party", entry.relyingParty())
        .put("created_at", time(entry.createdAt()))
        .put("ended_at", entry.endedAt().map(SandboxJson::time).orElse(null))
        .put("outcome", entry.outcome().orElse(null));
  }

  static ObjectNode role(Role role) {
    return Json.object()
        .put("personal_number", role.person().personalNumber().digits())
        .put("name", role.person().name())
        .put("description", role.description())
        .put(OrderKind.SIGN.journalName(), role.course(OrderKind.SIGN))
        .put(OrderKind.PHONE.journalName(), role.course(OrderKind.PHONE));
  }

  /**
   * Returns the order with the text that the app shows, and the URL to which the app would return.
   */
  static ObjectNode orderWithText(Order order) {
    OrderRequest request = order.request();
    return order(order)
        .put("user_visible_data", request.userVisibleData().map(SandboxJson::text).orElse(null))
        .put("user_visible_data_format", request.userVisibleDataFormat().orElse("plaintext"))
        .put("return_url", request.returnUrl().orElse(null));
  }

  private static String text(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  static ObjectNode order(Order order) {
    return Json.object().put("order_ref", order.orderRef());
  }

  private static String time(Instant instant) {
    return MILLISECONDS.format(instant);
  }
}
