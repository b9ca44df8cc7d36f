package com.enterprisesigning.simulator.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.enterprisesigning.simulator.order.Order;
import com.enterprisesigning.simulator.order.OrderBook;
import com.enterprisesigning.simulator.order.OrderBook.Collected;
import com.enterprisesigning.simulator.order.OrderBook.Created;
import com.enterprisesigning.simulator.order.OrderBookContract;
import com.enterprisesigning.simulator.order.OrderKind;
import com.enterprisesigning.simulator.order.OrderRequest;
import com.enterprisesigning.simulator.order.Orders;
import com.enterprisesigning.simulator.order.OrdersContract;
import com.enterprisesigning.simulator.order.RelyingParty;
import com.enterprisesigning.simulator.order.Requirement;
import com.enterprisesigning.simulator.order.Script;
import com.enterprisesigning.simulator.order.SecondOrder;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Orders in a table pass the same contract tests as orders in one process. */
class DynamoDbOrdersTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123Z");
  private static final RelyingParty OWNER = new RelyingParty("ab12", "CN=Demo AB", "Demo AB");
  private static final OrderRequest PHONE_ORDER = request(OrderKind.PHONE, Optional.empty());
  private static final OrderRequest SIGN_ORDER =
      request(OrderKind.SIGN, Optional.of("198.51.100.7"));

  /** The order, its two tokens, and the person. */
  private static final int ITEMS_OF_A_SIGN_ORDER = 4;

  private static OrderRequest request(OrderKind kind, Optional<String> endUserIp) {
    return new OrderRequest(
        kind,
        Optional.of(new PersonalNumber("189007159909")),
        Optional.of("SSBhZ3JlZS4="),
        Optional.empty(),
        Optional.empty(),
        endUserIp,
        Optional.empty(),
        false,
        Requirement.NONE);
  }

  @Nested
  class TheStore extends OrdersContract {
    @Override
    protected Orders emptyOrders() {
      return new DynamoDbOrders(DynamoDbLocal.emptyTable());
    }
  }

  @Nested
  class TheRules extends OrderBookContract {
    @Override
    protected Orders emptyOrders() {
      return new DynamoDbOrders(DynamoDbLocal.emptyTable());
    }
  }

  @Nested
  class TheTable {
    private final String name = DynamoDbLocal.emptyTableName();
    private final OrderBook book = book(NOW);

    private OrderBook book(Instant now) {
      return new OrderBook(
          new DynamoDbOrders(new OrdersTable(DynamoDbLocal.client(), name)),
          Clock.fixed(now, ZoneOffset.UTC),
          SecondOrder.ENDS_BOTH);
    }

    private Order created(OrderBook by) {
      return created(by, PHONE_ORDER);
    }

    private Order created(OrderBook by, OrderRequest request) {
      return assertInstanceOf(Created.Running.class, by.create(OWNER, request, Script.NOBODY))
          .order();
    }

    @Test
    void theJournal_leavesOutWhatIsOlderThanADay_thoughDynamoDbStillHasIt() {
      created(book);

      assertEquals(1, book(NOW.plus(DynamoDbOrders.KEPT).minusSeconds(1)).journal().size());
      assertEquals(0, book(NOW.plus(DynamoDbOrders.KEPT)).journal().size());
    }

    @Test
    void everyItem_says_whenDynamoDbMayRemoveIt() {
      created(book, SIGN_ORDER);

      String end = String.valueOf(NOW.plus(DynamoDbOrders.KEPT).getEpochSecond());
      List<String> ends =
          DynamoDbLocal.client().scan(scan -> scan.tableName(name)).items().stream()
              .map(item -> item.get("ttl").n())
              .toList();
      assertEquals(Collections.nCopies(ITEMS_OF_A_SIGN_ORDER, end), ends);
    }

    @Test
    void aPerson_whoseLatestOrderDynamoDbHasRemoved_getsANewOne() {
      Order removed = created(book);
      DynamoDbLocal.client()
          .deleteItem(delete -> delete.tableName(name).key(Keys.order(removed.orderRef())));

      Order next = created(book(NOW.plus(DynamoDbOrders.KEPT)));

      assertEquals(
          new Collected.Pending("outstandingTransaction"), book.collect(OWNER, next.orderRef()));
    }
  }
}
