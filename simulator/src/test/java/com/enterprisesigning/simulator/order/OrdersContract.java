package com.enterprisesigning.simulator.order;

import static com.enterprisesigning.simulator.order.OrderSamples.NOW;
import static com.enterprisesigning.simulator.order.OrderSamples.OTHER_PERSON;
import static com.enterprisesigning.simulator.order.OrderSamples.PERSON;
import static com.enterprisesigning.simulator.order.OrderSamples.auth;
import static com.enterprisesigning.simulator.order.OrderSamples.ended;
import static com.enterprisesigning.simulator.order.OrderSamples.order;
import static com.enterprisesigning.simulator.order.OrderSamples.phone;
import static com.enterprisesigning.simulator.order.OrderSamples.sign;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rules may rely on, wherever orders are stored. */
public abstract class OrdersContract {
  private Orders orders;

  /** Returns a store without orders. */
  protected abstract Orders emptyOrders();

  @BeforeEach
  void open() {
    orders = emptyOrders();
  }

  @Test
  void find_returnsASignOrder_asAdded() {
    Order added = added(sign(Optional.of(PERSON)));

    assertEquals(Optional.of(added), orders.find(added.orderRef()));
  }

  @Test
  void find_returnsAPhoneOrder_asAdded() {
    Order added = added(phone(PERSON));

    assertEquals(Optional.of(added), orders.find(added.orderRef()));
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTH", "PHONE_AUTH"})
  void find_returnsAnOrderWithoutText_asAdded(OrderKind kind) {
    Order added = added(auth(kind, PERSON));

    assertEquals(Optional.of(added), orders.find(added.orderRef()));
  }

  @Test
  void find_returnsTheLongestTexts() {
    OrderRequest longest =
        new OrderRequest(
            OrderKind.SIGN,
            Optional.of(PERSON),
            Optional.of("AAAA".repeat(10_000)),
            Optional.empty(),
            Optional.of("BBBB".repeat(50_000)),
            Optional.of("198.51.100.7"),
            Optional.empty(),
            false,
            Requirement.NONE);

    Order added = added(longest);

    assertEquals(Optional.of(added), orders.find(added.orderRef()));
  }

  @Test
  void find_isEmpty_whenThereIsNone() {
    assertEquals(Optional.empty(), orders.find("f8d1c1c2-1111-2222-3333-444455556666"));
  }

  @Test
  void find_isEmpty_whenTheTextIsNotAReference() {
    String text = "å".repeat(16_000);

    assertEquals(Optional.empty(), orders.find(text));
    assertEquals(Optional.empty(), orders.findByToken(text));
  }

  @Test
  void findByToken_findsTheOrder_byEitherOfItsTokens() {
    Order added = added(sign(Optional.empty()));
    added(sign(Optional.empty()));
    Launch launch = added.launch().orElseThrow();

    assertEquals(Optional.of(added), orders.findByToken(launch.autoStartToken()));
    assertEquals(Optional.of(added), orders.findByToken(launch.qrStartToken()));
  }

  @Test
  void findByToken_isEmpty_forAnOrdersReferenceAndItsSecret() {
    Order added = added(sign(Optional.of(PERSON)));

    assertEquals(Optional.empty(), orders.findByToken(added.orderRef()));
    assertEquals(
        Optional.empty(), orders.findByToken(added.launch().orElseThrow().qrStartSecret()));
  }

  @Test
  void latestOf_isWhatWasAddedLast() {
    assertEquals(Optional.empty(), orders.latestOf(PERSON));
    added(sign(Optional.of(PERSON)));
    Order second = added(phone(PERSON));
    added(sign(Optional.of(OTHER_PERSON)));

    assertEquals(Optional.of(second.orderRef()), orders.latestOf(PERSON));
  }

  @Test
  void latestPhoneOrderOf_ignoresOrdersWithAQrCode() {
    added(phone(PERSON));
    Order call = added(auth(OrderKind.PHONE_AUTH, PERSON));
    added(sign(Optional.of(PERSON)));
    added(auth(OrderKind.AUTH, PERSON));
    added(phone(OTHER_PERSON));

    assertEquals(Optional.of(call.orderRef()), orders.latestPhoneOrderOf(PERSON));
  }

  @Test
  void add_isRefused_whenThePersonsLatestHasChanged() {
    Order first = order(sign(Optional.of(PERSON)));
    Order second = order(phone(PERSON));
    Order third = order(phone(PERSON));
    assertTrue(orders.add(first, Optional.empty()));

    assertFalse(orders.add(second, Optional.empty()));
    assertTrue(orders.add(second, Optional.of(first.orderRef())));
    assertFalse(orders.add(third, Optional.of(first.orderRef())));

    assertEquals(Optional.empty(), orders.find(third.orderRef()));
    assertEquals(Optional.of(second.orderRef()), orders.latestOf(PERSON));
  }

  @Test
  void replace_storesTheChangedOrder() {
    Order before = added(sign(Optional.of(PERSON)));
    Order complete = ended(before, new OrderState.Complete());

    assertTrue(orders.replace(before, complete));
    assertTrue(orders.replace(complete, complete.collected()));

    assertEquals(Optional.of(complete.collected()), orders.find(before.orderRef()));
  }

  @Test
  void replace_storesEveryState() {
    Order before = added(sign(Optional.of(PERSON)));
    Script script =
        new Script(
            List.of(
                new Script.Moment(Duration.ZERO, new OrderState.Faulty(503, "maintenance")),
                new Script.Moment(Duration.ofSeconds(2), OrderState.Pending.USER_SIGN),
                new Script.Moment(Duration.ofSeconds(4), new OrderState.Cancelled())));
    Order after = before.changed(NOW, script, Speed.OF_BANKID);

    assertTrue(orders.replace(before, after));

    assertEquals(Optional.of(after), orders.find(before.orderRef()));
  }

  @Test
  void replace_isRefused_whenAnotherWasFaster() {
    Order before = added(sign(Optional.of(PERSON)));
    Order complete = ended(before, new OrderState.Complete());
    orders.replace(before, complete);

    assertFalse(orders.replace(before, ended(before, new OrderState.Cancelled())));

    assertEquals(Optional.of(complete), orders.find(before.orderRef()));
  }

  @Test
  void replace_isRefused_whenTheCompletionIsHandedOut() {
    Order complete = ended(added(sign(Optional.of(PERSON))), new OrderState.Complete());
    orders.replace(orders.find(complete.orderRef()).orElseThrow(), complete);
    orders.replace(complete, complete.collected());

    assertFalse(orders.replace(complete, complete.collected()));
  }

  @Test
  void replace_isRefused_whenSomebodyHasPickedTheOrderUp() {
    Order before = added(sign(Optional.empty()));
    orders.pickUp(before, before.with(PERSON), Optional.empty());

    assertFalse(orders.replace(before, ended(before, new OrderState.Cancelled())));
  }

  @Test
  void pickUp_makesTheOrderThePersonsLatest() {
    Order before = added(sign(Optional.empty()));

    assertTrue(orders.pickUp(before, before.with(PERSON), Optional.empty()));

    assertEquals(Optional.of(before.with(PERSON)), orders.find(before.orderRef()));
    assertEquals(Optional.of(before.orderRef()), orders.latestOf(PERSON));
    assertEquals(Optional.empty(), orders.latestPhoneOrderOf(PERSON));
  }

  @Test
  void pickUp_isRefused_whenThePersonsLatestHasChanged() {
    Order before = added(sign(Optional.empty()));
    Order other = added(sign(Optional.of(PERSON)));

    assertFalse(orders.pickUp(before, before.with(PERSON), Optional.empty()));

    assertEquals(Optional.of(before), orders.find(before.orderRef()));
    assertEquals(Optional.of(other.orderRef()), orders.latestOf(PERSON));
  }

  @Test
  void pickUp_isRefused_whenAnotherWasFaster() {
    Order before = added(sign(Optional.empty()));
    orders.pickUp(before, before.with(OTHER_PERSON), Optional.empty());

    assertFalse(orders.pickUp(before, before.with(PERSON), Optional.empty()));

    assertEquals(Optional.empty(), orders.latestOf(PERSON));
  }

  @Test
  void journal_listsAllOrders_oldestFirst_inTheirCurrentState() {
    Order second = order(phone(OTHER_PERSON), NOW.plusMillis(2));
    Order first = order(sign(Optional.of(PERSON)), NOW);
    Order nobodys = order(sign(Optional.empty()), NOW.plusMillis(3));
    orders.add(first, Optional.empty());
    orders.add(second, Optional.empty());
    orders.add(nobodys, Optional.empty());

    List<JournalEntry> journal = orders.journal(NOW.plusSeconds(30));

    assertEquals(
        List.of(
            JournalEntry.of(first, NOW.plusSeconds(30)),
            JournalEntry.of(second, NOW.plusSeconds(30)),
            JournalEntry.of(nobodys, NOW.plusSeconds(30))),
        journal);
    assertEquals(Optional.of("startFailed"), journal.getFirst().outcome());
  }

  private Order added(OrderRequest request) {
    Order order = order(request);
    Optional<String> latest = request.personalNumber().flatMap(orders::latestOf);
    assertTrue(orders.add(order, latest));
    return order;
  }
}
