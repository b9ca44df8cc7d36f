package com.enterprisesigning.simulator.dynamodb;

import com.enterprisesigning.simulator.order.OrderBookContract;
import com.enterprisesigning.simulator.order.Orders;
import com.enterprisesigning.simulator.order.OrdersContract;
import org.junit.jupiter.api.Nested;

/** Orders in a table keep the contracts, as those of one process do. */
class DynamoDbOrdersTest {
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
}
