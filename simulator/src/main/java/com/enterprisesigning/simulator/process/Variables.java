package com.enterprisesigning.simulator.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads environment variables, each by its own rule. A malformed one counts as absent until {@link
 * #refuseMalformed} reports all of them at once.
 */
final class Variables {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  Variables(Map<String, String> environment) {
    this.environment = environment;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }

  /**
   * Reads a number.
   *
   * @param meaning what the number does, for the message about a malformed value
   */
  OptionalInt number(String name, int lowest, int highest, String meaning) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (NUMBER.matcher(text.get()).matches()) {
      int number = Integer.parseInt(text.get());
      if (number >= lowest && number <= highest) {
        return OptionalInt.of(number);
      }
    }
    problems.add(
        "%s=%s: set a number from %d to %d; %s"
            .formatted(name, text.get(), lowest, highest, meaning));
    return OptionalInt.empty();
  }

  Optional<String> oneOf(String name, List<String> values) {
    Optional<String> text = text(name);
    if (text.isPresent() && !values.contains(text.get())) {
      problems.add("%s=%s: set %s".formatted(name, text.get(), String.join(" or ", values)));
      return Optional.empty();
    }
    return text;
  }

  void refuseMalformed() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(". ", problems) + ".");
    }
  }
}
