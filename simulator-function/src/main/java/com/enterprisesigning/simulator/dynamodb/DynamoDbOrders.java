package com.enterprisesigning.simulator.dynamodb;

import static com.enterprisesigning.simulator.dynamodb.OrderItems.HANDED_OUT;
import static com.enterprisesigning.simulator.dynamodb.OrderItems.ORDER_REF;
import static com.enterprisesigning.simulator.dynamodb.OrderItems.PERSON;
import static com.enterprisesigning.simulator.dynamodb.OrderItems.TIMELINE;

import com.enterprisesigning.simulator.order.JournalEntry;
import com.enterprisesigning.simulator.order.Order;
import com.enterprisesigning.simulator.order.Orders;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Orders in a table, kept for a day. The journal reads the whole table: the owner of a sandbox
 * seldom asks for it, and makes few orders a day.
 */
public final class DynamoDbOrders implements Orders {
  /** How long an order stays in the journal. */
  static final Duration KEPT = Duration.ofDays(1);

  /** A response of Lambda may have 6 MB, and an escaped entry takes about 280 bytes. */
  private static final int LONGEST_JOURNAL = 15_000;

  /** Longer than any reference or token of the simulator. DynamoDB refuses much longer keys. */
  private static final int LONGEST_REFERENCE = 100;

  private static final String LATEST = "latest";
  private static final String LATEST_PHONE_ORDER = "latestPhoneOrder";

  private final OrdersTable table;

  public DynamoDbOrders(OrdersTable table) {
    this.table = table;
  }

  @Override
  public Optional<Order> find(String orderRef) {
    return orderRef.length() > LONGEST_REFERENCE
        ? Optional.empty()
        : table.get(Keys.order(orderRef)).map(OrderItems::read);
  }

  @Override
  public Optional<Order> findByToken(String token) {
    return token.length() > LONGEST_REFERENCE
        ? Optional.empty()
        : table.get(Keys.token(token)).map(item -> item.get(ORDER_REF).s()).flatMap(this::find);
  }

  @Override
  public Optional<String> latestOf(PersonalNumber person) {
    return latest(person, LATEST);
  }

  @Override
  public Optional<String> latestPhoneOrderOf(PersonalNumber person) {
    return latest(person, LATEST_PHONE_ORDER);
  }

  private Optional<String> latest(PersonalNumber person, String which) {
    return table.get(Keys.person(person)).map(item -> item.get(which)).map(AttributeValue::s);
  }

  @Override
  public boolean add(Order order, Optional<String> latest) {
    AttributeValue ttl = ttl(order);
    Map<String, AttributeValue> item = OrderItems.item(order);
    item.put(OrdersTable.TTL, ttl);
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(table.put(item));
    order.launch().stream()
        .flatMap(launch -> Stream.of(launch.autoStartToken(), launch.qrStartToken()))
        .map(token -> table.put(tokenItem(token, order, ttl)))
        .forEach(writes::add);
    order.person().ifPresent(person -> writes.add(latestIs(person, order, latest)));
    return table.isWritten(writes);
  }

  @Override
  public boolean replace(Order before, Order after) {
    return table.isWritten(List.of(change(before, after)));
  }

  @Override
  public boolean pickUp(Order before, Order after, Optional<String> latest) {
    return table.isWritten(
        List.of(change(before, after), latestIs(after.person().orElseThrow(), after, latest)));
  }

  @Override
  public List<JournalEntry> journal(Instant now) {
    List<JournalEntry> entries =
        table
            .scan(
                Keys.ORDER,
                now,
                List.of(ORDER_REF, OrderItems.KIND, OrderItems.OWNER_NAME, PERSON, TIMELINE))
            .map(item -> OrderItems.journalEntry(item, now))
            .sorted(Comparator.comparing(JournalEntry::createdAt))
            .toList();
    return entries.subList(Math.max(0, entries.size() - LONGEST_JOURNAL), entries.size());
  }

  private TransactWriteItem latestIs(
      PersonalNumber person, Order order, Optional<String> expectedLatest) {
    Map<String, AttributeValue> changed = new HashMap<>();
    changed.put(LATEST, OrderItems.text(order.orderRef()));
    changed.put(OrdersTable.TTL, ttl(order));
    if (order.request().kind().isByPhone()) {
      changed.put(LATEST_PHONE_ORDER, OrderItems.text(order.orderRef()));
    }
    Map<String, Optional<AttributeValue>> expected = new HashMap<>();
    expected.put(LATEST, expectedLatest.map(OrderItems::text));
    return table.update(Keys.person(person), expected, changed);
  }

  private TransactWriteItem change(Order before, Order after) {
    Map<String, Optional<AttributeValue>> expected = new HashMap<>();
    Map<String, AttributeValue> changed = new HashMap<>();
    expected.put(TIMELINE, Optional.of(Timelines.attribute(before.timeline())));
    changed.put(TIMELINE, Timelines.attribute(after.timeline()));
    expected.put(HANDED_OUT, Optional.of(AttributeValue.fromBool(before.handedOut())));
    changed.put(HANDED_OUT, AttributeValue.fromBool(after.handedOut()));
    expected.put(PERSON, before.person().map(it -> OrderItems.text(it.digits())));
    after.person().ifPresent(it -> changed.put(PERSON, OrderItems.text(it.digits())));
    return table.update(Keys.order(before.orderRef()), expected, changed);
  }

  private static Map<String, AttributeValue> tokenItem(
      String token, Order order, AttributeValue ttl) {
    Map<String, AttributeValue> item = new HashMap<>(Keys.token(token));
    item.put(ORDER_REF, OrderItems.text(order.orderRef()));
    item.put(OrdersTable.TTL, ttl);
    return item;
  }

  private static AttributeValue ttl(Order order) {
    Instant end = order.timeline().createdAt().plus(KEPT);
    return AttributeValue.fromN(Long.toString(end.getEpochSecond()));
  }
}
