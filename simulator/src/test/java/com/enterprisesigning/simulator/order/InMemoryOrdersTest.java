package com.enterprisesigning.simulator.order;

import org.junit.jupiter.api.Nested;

/** The in-memory orders meet the contracts. */
class InMemoryOrdersTest {
  @Nested
  class TheStore extends OrdersContract {
    @Override
    protected Orders emptyOrders() {
      return new InMemoryOrders();
    }
  }

  @Nested
  class TheRules extends OrderBookContract {
    @Override
    protected Orders emptyOrders() {
      return new InMemoryOrders();
    }
  }
}
