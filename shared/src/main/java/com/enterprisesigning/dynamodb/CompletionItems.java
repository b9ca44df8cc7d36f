package com.enterprisesigning.dynamodb;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.store.Excerpt;
import com.enterprisesigning.store.HandedOut;
import com.enterprisesigning.store.KeptCompletion;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item {@code COMPLETION#<order ref>}: what BankID handed out. It is written once. */
final class CompletionItems {
  private CompletionItems() {}

  static Draft draft(HandedOut handedOut) {
    Draft draft =
        new Draft()
            .set("person", Values.of(handedOut.person().hex()))
            .set("received_at", Values.of(handedOut.receivedAt()))
            .set("ttl", Values.ttl(handedOut.keptUntil()));
    setOrder(draft, handedOut.order());
    setCompletion(draft, handedOut.completion());
    return Digests.set(draft, handedOut.digest());
  }

  static HandedOut read(Item item) {
    return Digests.checked(item, () -> handedOut(item), HandedOut::digest);
  }

  private static HandedOut handedOut(Item item) {
    return new HandedOut(
        new PersonKey(item.text("person")),
        order(item),
        completion(item),
        item.time("received_at"),
        Instant.ofEpochSecond(item.number("ttl")));
  }

  /** Sets the order, except for the order ref, which the completion has too. */
  static void setOrder(Draft draft, Order order) {
    draft
        .set("participant", Values.of(order.participantId()))
        .set("token", Values.of(order.token()))
        .set("channel", Values.of(order.channel()))
        .set("end_user_ip", order.endUserIp().map(ip -> Values.of(ip.address())));
  }

  static Order order(Item item) {
    return new Order(
        item.uuid("participant"),
        item.uuid("token"),
        item.text("order_ref"),
        Channel.valueOf(item.text("channel")),
        item.optionalText("end_user_ip").map(EndUserIp::new));
  }

  private static void setCompletion(Draft draft, Completion completion) {
    Excerpt answer = KeptCompletion.answer(completion);
    draft
        .set("order_ref", Values.of(completion.orderRef()))
        .set("user", Values.of(KeptCompletion.user(completion)))
        .set("device", Values.of(KeptCompletion.device(completion)))
        .set("answer", Values.compressed(answer.rest()))
        .set("answer_cuts", cuts(answer));
    KeptCompletion.packed(completion).forEach((name, bytes) -> draft.set(name, Values.of(bytes)));
  }

  static Completion completion(Item item) {
    return KeptCompletion.read(item, item, item.compressedText("answer"));
  }

  private static AttributeValue cuts(Excerpt answer) {
    return AttributeValue.fromL(
        answer.cuts().stream().map(cut -> AttributeValue.fromN(Integer.toString(cut))).toList());
  }
}
