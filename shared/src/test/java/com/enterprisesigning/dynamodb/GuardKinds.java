package com.enterprisesigning.dynamodb;

import static com.enterprisesigning.dynamodb.Examples.LIVE;
import static com.enterprisesigning.dynamodb.Examples.LIVE_PHONE;
import static com.enterprisesigning.dynamodb.Examples.NEXT_START;
import static com.enterprisesigning.dynamodb.Examples.ORDER;
import static com.enterprisesigning.dynamodb.Examples.PERSON;
import static com.enterprisesigning.dynamodb.Examples.PHONE;
import static com.enterprisesigning.dynamodb.Examples.START;
import static com.enterprisesigning.dynamodb.Examples.block;
import static com.enterprisesigning.dynamodb.Examples.lease;
import static com.enterprisesigning.dynamodb.Examples.slot;
import static com.enterprisesigning.dynamodb.ItemKinds.RESERVED;
import static com.enterprisesigning.dynamodb.ItemKinds.RESERVED_BY_PHONE;
import static com.enterprisesigning.dynamodb.ItemKinds.STARTED;
import static com.enterprisesigning.dynamodb.ItemKinds.STARTED_BY_PHONE;
import static com.enterprisesigning.signing.Samples.NOW;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.store.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The item {@code GUARD}: lease, live order, slot and block, with and without an order to end. */
final class GuardKinds {
  private static final Optional<Order> NAMED = Optional.of(ORDER);
  private static final Optional<Order> NONE = Optional.empty();

  private static final Guard LEASE = lease(START, NOW, NONE);
  private static final Guard.Slot UNOPENED =
      new Guard.Slot(START.withoutKey(), NAMED, START.token(), LIVE.expiresAt());

  static final List<ItemKind> ALL =
      List.of(
          kind("lease", RESERVED, LEASE),
          kind("lease-by-phone", RESERVED_BY_PHONE, lease(PHONE, NOW, NONE)),
          kind(
              "lease-over-order",
              STARTED.andThen(
                  table -> table.guards().reserve(PERSON, NEXT_START, LIVE.expiresAt())),
              lease(NEXT_START, LIVE.expiresAt(), NAMED)),
          kind(
              "lease-of-slot",
              STARTED
                  .andThen(table -> table.guards().recordConflict(PERSON, LIVE, slot(NAMED)))
                  .andThen(table -> table.guards().reserve(PERSON, NEXT_START, NOW)),
              lease(NEXT_START, NOW, NAMED)),
          kind("order", STARTED, LIVE),
          kind("order-by-phone", STARTED_BY_PHONE, LIVE_PHONE),
          kind("slot", decided(STARTED, LIVE, slot(NAMED)), slot(NAMED)),
          kind("slot-of-lease", decided(RESERVED, LEASE, slot(NONE)), slot(NONE)),
          kind(
              "slot-of-unopened-order",
              STARTED.andThen(
                  table -> table.guards().leaveSlot(PERSON, ORDER, NOW.plusSeconds(30))),
              UNOPENED),
          kind("block", decided(STARTED, LIVE, block(NAMED)), block(NAMED)),
          kind("block-of-lease", decided(RESERVED, LEASE, block(NONE)), block(NONE)));

  private GuardKinds() {}

  private static Consumer<Table> decided(Consumer<Table> before, Guard seen, Guard leaves) {
    return before.andThen(table -> table.guards().recordConflict(PERSON, seen, leaves));
  }

  private static ItemKind kind(String name, Consumer<Table> written, Guard value) {
    return new ItemKind(
        "guard-" + name, Keys.guard(PERSON), written, table -> table.guards().guard(PERSON), value);
  }
}
