package com.enterprisesigning.simulator.order;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What happens to an order by itself, relative to a moment: its create, or the phone's action. */
public record Script(List<Moment> moments) {

  /** Nobody comes. */
  public static final Script NOBODY = new Script(List.of());

  /** BankID loses the order the moment it is made. */
  public static final Script LOST = now(new OrderState.Cancelled());

  /** The order enters {@code state} so long after the beginning. */
  public record Moment(Duration after, OrderState state) {}

  public Script {
    moments = List.copyOf(moments);
  }

  /** At once, and then nothing more. */
  public static Script now(OrderState state) {
    return new Script(List.of(new Moment(Duration.ZERO, state)));
  }

  /** One state after another, each {@link Lifetimes#SCRIPTED_STEP} after the one before. */
  public static Script paced(List<OrderState> states) {
    return new Script(
        IntStream.range(0, states.size())
            .mapToObj(i -> new Moment(Lifetimes.SCRIPTED_STEP.multipliedBy(i + 1L), states.get(i)))
            .toList());
  }
}
