package com.enterprisesigning.functions;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.enterprisesigning.evidence.UnconfirmedStep;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads environment variables and collects the problems found in them. */
final class Variables {

  /**
   * The form of a variable's value.
   *
   * @param expected completes "set it to ..."
   * @param read returns the value, or empty if it has another form
   */
  record Form<T>(String expected, Function<String, Optional<T>> read) {}

  static final Form<Environment> ENVIRONMENT =
      new Form<>(
          "sandbox, test or production",
          text ->
              Arrays.stream(Environment.values())
                  .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
                  .findFirst());

  /** Allows CloudFormation stack names and the other characters of a metric dimension. */
  static final Form<String> SERVICE =
      matching("[A-Za-z0-9_.-]{1,128}", "the deployment's name, such as the name of its stack");

  /** DynamoDB's own rule for names. */
  static final Form<String> TABLE =
      matching("[A-Za-z0-9_.-]{3,255}", "the name of the DynamoDB table");

  static final Form<String> REFERENCE =
      matching(
          "(?:classpath:|file:/)\\S+|arn:[A-Za-z0-9/_+=.@:-]+|[A-Za-z0-9/_+=.@-]{1,512}",
          "classpath:<resource>, file:/<path>, or the name or ARN of a secret in Secrets Manager");

  /** The names of steps that reject; {@code none} for no step. */
  static final Form<Set<UnconfirmedStep>> ENFORCED_STEPS =
      new Form<>("none, RELYING_PARTY, REQUIREMENT or RELYING_PARTY,REQUIREMENT", Variables::steps);

  static final Form<String> REGION = matching("[a-z]{2}[a-z0-9-]{3,30}", "an AWS region");

  static final Form<URI> URL =
      new Form<>(
          "an http or https URL with only a host and a port",
          text -> url(text).filter(url -> List.of("http", "https").contains(url.getScheme())));

  static final Form<URI> QUEUE_URL =
      new Form<>("the URL of the follow-up queue, as SQS shows it", URL.read());

  /** Most authorities offer only http; a time stamp proves itself. */
  static final Form<URI> TIMESTAMP_URL =
      new Form<>(
          "the http or https URL of a time stamp authority (RFC 3161)",
          text -> whole(text).filter(url -> List.of("http", "https").contains(url.getScheme())));

  static final Form<URI> HTTPS_URL =
      new Form<>(
          "BankID's https URL, such as https://appapi2.bankid.com/rp/v6.0",
          text -> url(text).filter(url -> "https".equals(url.getScheme())));

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  Variables(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Returns the form of a list of seconds in ascending order.
   *
   * @param first the maximum of the first delay
   * @param last the maximum of the last delay
   * @param count the maximum number of delays
   */
  static Form<List<Duration>> delays(int first, int last, int count) {
    return new Form<>(
        "ascending numbers of seconds, separated by commas, such as 95,185: at most "
            + count
            + " numbers from 1 to "
            + last
            + ", the first at most "
            + first,
        text -> delays(text, first, last).filter(delays -> delays.size() <= count));
  }

  private static Optional<Set<UnconfirmedStep>> steps(String text) {
    if (text.equals("none")) {
      return Optional.of(Set.of());
    }
    Map<String, UnconfirmedStep> known =
        Arrays.stream(UnconfirmedStep.values()).collect(toMap(Enum::name, identity()));
    List<String> names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    return known.keySet().containsAll(names)
        ? Optional.of(names.stream().map(known::get).collect(toUnmodifiableSet()))
        : Optional.empty();
  }

  private static Optional<List<Duration>> delays(String text, int first, int last) {
    List<Duration> delays = new ArrayList<>();
    int min = 1;
    int max = Math.min(first, last);
    for (String part : text.split(",", -1)) {
      Optional<Integer> seconds = number(part.strip(), min, max);
      if (seconds.isEmpty()) {
        return Optional.empty();
      }
      delays.add(Duration.ofSeconds(seconds.get()));
      min = seconds.get() + 1;
      max = last;
    }
    return Optional.of(List.copyOf(delays));
  }

  <T> Optional<T> required(String name, Form<T> form) {
    if (text(name).isEmpty()) {
      problems.add(name + " is missing: set it to " + form.expected());
    }
    return optional(name, form);
  }

  <T> Optional<T> optional(String name, Form<T> form) {
    Optional<T> value = text(name).flatMap(form.read());
    if (text(name).isPresent() && value.isEmpty()) {
      problems.add(name + " is malformed: set it to " + form.expected());
    }
    return value;
  }

  int number(String name, int otherwise, int min, int max) {
    Form<Integer> form =
        new Form<>("a whole number from " + min + " to " + max, text -> number(text, min, max));
    return optional(name, form).orElse(otherwise);
  }

  Duration seconds(String name, int otherwise, int min, int max) {
    return Duration.ofSeconds(number(name, otherwise, min, max));
  }

  /** Throws if any problem was found. */
  void refuse() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Settings are missing or malformed. " + String.join("; ", problems) + ".");
    }
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
  }

  private static Form<String> matching(String regex, String expected) {
    Pattern pattern = Pattern.compile(regex);
    return new Form<>(
        expected, text -> Optional.of(text).filter(it -> pattern.matcher(it).matches()));
  }

  private static Optional<Integer> number(String text, int min, int max) {
    return Optional.of(text)
        .filter(it -> it.matches("[0-9]{1,9}"))
        .map(Integer::valueOf)
        .filter(it -> it >= min && it <= max);
  }

  private static Optional<URI> url(String text) {
    return whole(text.replaceFirst("/$", ""));
  }

  /** Returns a URL as it stands: to some servers a slash at the end matters. */
  private static Optional<URI> whole(String text) {
    try {
      URI url = new URI(text);
      return Optional.of(url)
          .filter(it -> it.getHost() != null && it.getUserInfo() == null)
          .filter(it -> it.getQuery() == null && it.getFragment() == null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
