package com.enterprisesigning.simulator.dynamodb;

import com.enterprisesigning.simulator.order.JournalEntry;
import com.enterprisesigning.simulator.order.Launch;
import com.enterprisesigning.simulator.order.Order;
import com.enterprisesigning.simulator.order.RelyingParty;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Converts an order to and from an item. */
final class OrderItems {
  /** The attributes that change. */
  static final String PERSON = "person";

  static final String TIMELINE = "timeline";
  static final String HANDED_OUT = "handedOut";

  /** The attributes that the journal reads, besides person, timeline and kind. */
  static final String ORDER_REF = "orderRef";

  static final String OWNER_NAME = "ownerDisplayName";

  private OrderItems() {}

  static Map<String, AttributeValue> item(Order order) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.order(order.orderRef()));
    item.put(ORDER_REF, text(order.orderRef()));
    item.put("ownerFingerprint", text(order.owner().fingerprint()));
    item.put("ownerSubject", text(order.owner().subject()));
    item.put(OWNER_NAME, text(order.owner().displayName()));
    RequestItems.write(order.request(), item);
    order.person().ifPresent(it -> item.put(PERSON, text(it.digits())));
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
        RequestItems.read(item),
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
        RequestItems.kind(item),
        item.get(OWNER_NAME).s(),
        Timelines.read(item.get(TIMELINE)),
        now);
  }

  static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  private static Optional<String> optional(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }
}
