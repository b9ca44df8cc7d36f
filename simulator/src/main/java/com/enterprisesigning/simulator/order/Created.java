package com.enterprisesigning.simulator.order;

/** The result of a create. */
public sealed interface Created {
  record Running(Order order) implements Created {}

  /** The person had an order. It has ended as {@code cancelled}, and no new one was made. */
  record AlreadyInProgress() implements Created {}
}
