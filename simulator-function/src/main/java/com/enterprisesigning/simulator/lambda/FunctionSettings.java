package com.enterprisesigning.simulator.lambda;

import com.enterprisesigning.simulator.order.SecondOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The settings of the function, from environment variables.
 *
 * @param ordersTableName {@code ORDERS_TABLE_NAME}
 * @param pathSecret {@code PATH_SECRET}: the first segment of every path, which lets a caller in
 * @param secondOrder {@code SECOND_ORDER}, {@code ENDS_BOTH} by default
 */
record FunctionSettings(String ordersTableName, String pathSecret, SecondOrder secondOrder) {
  /** DynamoDB's own rule for names. */
  private static final Predicate<String> TABLE_NAME =
      Pattern.compile("[A-Za-z0-9_.-]{3,255}").asMatchPredicate();

  /**
   * Makes the secret hard to guess, although it protects little. No character needs escaping in a
   * path.
   */
  private static final Predicate<String> SECRET =
      Pattern.compile("[A-Za-z0-9-]{32,128}").asMatchPredicate();

  /**
   * Reads the settings. An empty variable counts as absent.
   *
   * @throws IllegalArgumentException if a variable is missing or malformed; the message names each
   *     one and says what to set it to, but never quotes a value
   */
  static FunctionSettings from(Map<String, String> environment) {
    Variables variables = new Variables(environment, new ArrayList<>());
    String table =
        variables.text(
            "ORDERS_TABLE_NAME", Optional.empty(), TABLE_NAME, "the name of the orders table");
    String secret =
        variables.text(
            "PATH_SECRET",
            Optional.empty(),
            SECRET,
            "32 to 128 letters, digits and hyphens that nobody can guess, such as a UUID");
    String secondOrder =
        variables.text(
            "SECOND_ORDER",
            Optional.of(SecondOrder.ENDS_BOTH.name()),
            FunctionSettings::isSecondOrder,
            "ENDS_BOTH or RUNS_BESIDE");
    if (!variables.problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Settings are missing or malformed. " + String.join("; ", variables.problems) + ".");
    }
    return new FunctionSettings(table, secret, SecondOrder.valueOf(secondOrder));
  }

  private static boolean isSecondOrder(String text) {
    return Arrays.stream(SecondOrder.values()).anyMatch(value -> value.name().equals(text));
  }

  private record Variables(Map<String, String> environment, List<String> problems) {

    String text(String name, Optional<String> otherwise, Predicate<String> form, String expected) {
      Optional<String> value =
          Optional.ofNullable(environment.get(name))
              .filter(it -> !it.isEmpty())
              .or(() -> otherwise);
      if (value.isEmpty()) {
        problems.add(name + " is missing: set it to " + expected);
      } else if (!form.test(value.get())) {
        problems.add(name + " is malformed: set it to " + expected);
      }
      return value.orElse("");
    }
  }

  @Override
  public String toString() {
    return "FunctionSettings[" + ordersTableName + "]";
  }
}
