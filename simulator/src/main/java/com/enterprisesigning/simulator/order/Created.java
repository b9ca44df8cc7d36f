package com.enterprisesigning.simulator.order;

/** What came of a create. */
public sealed interface Created {
  record Running(Order order) implements Created {}

  /** The person had an order: it has ended as {@code cancelled}, and none was made. */
  record AlreadyInProgress() implements Created {}
}
