package com.enterprisesigning.simulator.order;

import org.junit.jupiter.api.Nested;

/** The orders of one process keep the contracts. */
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
