package com.enterprisesigning.simulator.order;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The states that an order enters by itself, timed from its creation or from an action on the
 * phone.
 */
public record Script(List<Moment> moments) {

  /** Nobody acts. */
  public static final Script NOBODY = new Script(List.of());

  /** BankID loses the order as soon as it is made. */
  public static final Script LOST = now(new OrderState.Cancelled());

  /** The order enters {@code state} when {@code after} has passed since the script started. */
  public record Moment(Duration after, OrderState state) {}

  public Script {
    moments = List.copyOf(moments);
  }

  /** Returns a script that enters {@code state} at once and does nothing more. */
  public static Script now(OrderState state) {
    return new Script(List.of(new Moment(Duration.ZERO, state)));
  }

  /** Returns a script that enters one state every {@link Lifetimes#SCRIPTED_STEP}. */
  public static Script paced(List<OrderState> states) {
    return new Script(
        IntStream.range(0, states.size())
            .mapToObj(i -> new Moment(Lifetimes.SCRIPTED_STEP.multipliedBy(i + 1L), states.get(i)))
            .toList());
  }
}
