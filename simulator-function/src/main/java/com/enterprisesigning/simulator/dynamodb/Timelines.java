package com.enterprisesigning.simulator.dynamodb;

import com.enterprisesigning.simulator.order.OrderState;
import com.enterprisesigning.simulator.order.Timeline;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts a timeline to and from an attribute: {@code {changedAt, steps: [{at, state}]}}. Times
 * are epoch milliseconds; states are texts such as {@code pending userSign}.
 */
final class Timelines {
  private static final String CHANGED_AT = "changedAt";
  private static final String STEPS = "steps";
  private static final String AT = "at";
  private static final String STATE = "state";

  private Timelines() {}

  static AttributeValue attribute(Timeline timeline) {
    return AttributeValue.fromM(
        Map.of(
            CHANGED_AT,
            time(timeline.changedAt()),
            STEPS,
            AttributeValue.fromL(timeline.steps().stream().map(Timelines::step).toList())));
  }

  static Timeline read(AttributeValue attribute) {
    return new Timeline(
        attribute.m().get(STEPS).l().stream()
            .map(AttributeValue::m)
            .map(step -> new Timeline.Step(time(step.get(AT)), state(step.get(STATE).s())))
            .toList(),
        time(attribute.m().get(CHANGED_AT)));
  }

  private static AttributeValue step(Timeline.Step step) {
    return AttributeValue.fromM(
        Map.of(AT, time(step.at()), STATE, AttributeValue.fromS(text(step.state()))));
  }

  private static String text(OrderState state) {
    return switch (state) {
      case OrderState.Pending(String hintCode) -> "pending " + hintCode;
      case OrderState.Faulty(int status, String errorCode) -> "faulty " + status + " " + errorCode;
      case OrderState.Failed(String hintCode) -> "failed " + hintCode;
      case OrderState.Complete _ -> "complete";
      case OrderState.Cancelled _ -> "cancelled";
    };
  }

  private static OrderState state(String text) {
    String[] words = text.split(" ", 3);
    return switch (words[0]) {
      case "pending" -> new OrderState.Pending(words[1]);
      case "faulty" -> new OrderState.Faulty(Integer.parseInt(words[1]), words[2]);
      case "failed" -> new OrderState.Failed(words[1]);
      case "complete" -> new OrderState.Complete();
      case "cancelled" -> new OrderState.Cancelled();
      default -> throw new IllegalStateException("an order in the table has an unknown state");
    };
  }

  private static AttributeValue time(Instant instant) {
    return AttributeValue.fromN(Long.toString(instant.toEpochMilli()));
  }

  private static Instant time(AttributeValue attribute) {
    return Instant.ofEpochMilli(Long.parseLong(attribute.n()));
  }
}
