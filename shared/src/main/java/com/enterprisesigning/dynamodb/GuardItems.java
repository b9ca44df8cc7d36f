package com.enterprisesigning.dynamodb;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The item {@code GUARD}. The order that a guard names has its own attributes, which a reservation
 * does not change. So the order is still named if the reservation's reply is lost, or the reserving
 * call dies (rule F7).
 */
final class GuardItems {
  /**
   * How long an ended guard is kept before TTL deletes it: its order may still have to be ended.
   */
  private static final Duration KEPT = Duration.ofDays(1);

  /** The kinds of guard, as stored in the attribute {@code kind}. */
  enum Kind {
    LEASE,
    LIVE,
    SLOT,
    BLOCK
  }

  private GuardItems() {}

  static Guard read(Item item) {
    Contender holder =
        new Contender(
            item.uuid("token"),
            item.uuid("participant"),
            item.text("client"),
            Channel.valueOf(item.text("channel")),
            item.optionalText("end_user_ip").map(EndUserIp::new),
            item.optionalText("key_digest")
                .map(key -> new Idempotency(key, item.text("request_digest"))));
    Optional<Order> order = item.has("order_ref") ? Optional.of(order(item)) : Optional.empty();
    Instant expiresAt = item.time("expires_at");
    return switch (Kind.valueOf(item.text("kind"))) {
      case LEASE -> new Guard.Lease(holder, item.time("reserved_at"), expiresAt, order);
      case LIVE -> new Guard.Live(holder, order(item), expiresAt);
      case SLOT -> new Guard.Slot(holder, order, item.uuid("set_by"), expiresAt);
      case BLOCK -> new Guard.Block(holder, order, item.uuid("set_by"), expiresAt);
    };
  }

  private static Order order(Item item) {
    return new Order(
        item.uuid("order_participant"),
        item.uuid("order_token"),
        item.text("order_ref"),
        Channel.valueOf(item.text("order_channel")),
        item.optionalText("order_end_user_ip").map(EndUserIp::new));
  }

  /**
   * Sets all attributes of a lease except those that it inherits: the order, and {@code set_by} of
   * the slot that it takes. A call whose reply was lost recognizes by {@code set_by} that it has
   * recorded the conflict (rule F5).
   */
  static Draft lease(Contender holder, Instant reservedAt, Instant expiresAt) {
    return holder(holder)
        .set("kind", Values.of(Kind.LEASE))
        .set("reserved_at", Values.of(reservedAt))
        .set("expires_at", Values.of(expiresAt))
        .set("ttl", Values.ttl(expiresAt.plus(KEPT)));
  }

  /** Changes a lease to a live order. */
  static Draft live(Guard.Live live) {
    return named(live.running())
        .set("kind", Values.of(Kind.LIVE))
        .set("expires_at", Values.of(live.expiresAt()))
        .set("ttl", Values.ttl(live.expiresAt().plus(KEPT)))
        .remove("reserved_at");
  }

  /** Changes a guard to a slot or a block; holder and order stay. */
  static Draft slotOrBlock(Kind kind, UUID setBy, Instant expiresAt) {
    return new Draft()
        .set("kind", Values.of(kind))
        .set("set_by", Values.of(setBy))
        .set("expires_at", Values.of(expiresAt))
        .set("ttl", Values.ttl(expiresAt.plus(KEPT)))
        .remove("reserved_at", "key_digest", "request_digest");
  }

  /** Changes a lease back to the guard that it replaced. */
  static Draft putBack(Guard guard) {
    Draft draft =
        switch (guard) {
          case Guard.Lease lease -> lease(lease.holder(), lease.reservedAt(), lease.expiresAt());
          case Guard.Live live -> holder(live.holder()).remove("reserved_at");
          case Guard.Slot slot -> left(slot.holder(), slot.setBy());
          case Guard.Block block -> left(block.holder(), block.setBy());
        };
    guard.order().ifPresent(order -> name(draft, order));
    return draft
        .set("kind", Values.of(kind(guard)))
        .set("expires_at", Values.of(guard.expiresAt()))
        .set("ttl", Values.ttl(guard.expiresAt().plus(KEPT)));
  }

  private static Draft left(Contender loser, UUID setBy) {
    return holder(loser).set("set_by", Values.of(setBy)).remove("reserved_at");
  }

  static Kind kind(Guard guard) {
    return switch (guard) {
      case Guard.Lease lease -> Kind.LEASE;
      case Guard.Live live -> Kind.LIVE;
      case Guard.Slot slot -> Kind.SLOT;
      case Guard.Block block -> Kind.BLOCK;
    };
  }

  private static Draft holder(Contender holder) {
    return new Draft()
        .set("token", Values.of(holder.token()))
        .set("participant", Values.of(holder.participantId()))
        .set("client", Values.of(holder.client()))
        .set("channel", Values.of(holder.channel()))
        .set("end_user_ip", holder.endUserIp().map(ip -> Values.of(ip.address())))
        .set("key_digest", holder.idempotency().map(key -> Values.of(key.keyDigest())))
        .set("request_digest", holder.idempotency().map(key -> Values.of(key.requestDigest())));
  }

  private static Draft named(Order order) {
    return name(new Draft(), order);
  }

  private static Draft name(Draft draft, Order order) {
    return draft
        .set("order_participant", Values.of(order.participantId()))
        .set("order_token", Values.of(order.token()))
        .set("order_ref", Values.of(order.orderRef()))
        .set("order_channel", Values.of(order.channel()))
        .set("order_end_user_ip", order.endUserIp().map(ip -> Values.of(ip.address())));
  }
}
