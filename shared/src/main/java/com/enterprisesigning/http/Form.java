package com.enterprisesigning.http;

import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.PersonalNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The form of one member's value. JSON types are not coerced: {@code "true"} is not a boolean, 1 is
 * not a string, and {@code null} is never a value.
 *
 * @param expected completes "must be ..." in a problem's {@code detail}
 * @param read returns the value, or empty if it has another form
 * @param flaws that a text must not have. Each has its own words in a problem
 */
record Form<T>(String expected, Function<JsonNode, Optional<T>> read, List<Flaw> flaws) {
  /** {@link UUID#fromString} also accepts {@code 1-1-1-1-1}. */
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}");

  static final Form<Boolean> BOOLEAN =
      new Form<>(
          "true or false",
          node -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty(),
          List.of());

  static final Form<UUID> UUID_TEXT = parsed("a UUID", Form::uuid);

  static final Form<EndUserIp> IP =
      parsed(
          "a complete IPv4 address or an IPv6 address, and not unspecified, broadcast or multicast",
          text -> EndUserIp.parse(text).filter(EndUserIp::isOfOneDevice));

  /** The number of a person who can live on this day. */
  static Form<PersonalNumber> personalNumber(LocalDate today) {
    return parsed(
        "12 digits: a personal or coordination number with a valid date of birth, not in the"
            + " future, and a valid check digit",
        text -> PersonalNumber.parse(text).filter(number -> number.isPlausibleOn(today)));
  }

  /**
   * One line of text: {@code min} to {@code max} characters (code points), without control
   * characters.
   */
  static Form<String> line(int min, int max) {
    return text(
        "text of " + min + " to " + max + " characters",
        text -> isWithin(text.codePointCount(0, text.length()), min, max),
        Flaw.CONTROL);
  }

  /**
   * A line that is passed on to BankID. How BankID counts characters is not documented, so the
   * stricter count applies: a character outside the basic plane counts as two (UTF-16). So BankID
   * never refuses a line that passes here.
   */
  static Form<String> bankIdLine(int max) {
    return text(
        "text of 1 to " + max + " characters",
        text -> isWithin(text.length(), 1, max),
        Flaw.CONTROL);
  }

  /** A text of 1 to {@code maxBytes} bytes of UTF-8. */
  static Form<String> utf8(int maxBytes, Flaw... flaws) {
    return text(
        "text of 1 to " + maxBytes + " bytes in UTF-8",
        text -> isWithin(text.getBytes(StandardCharsets.UTF_8).length, 1, maxBytes),
        flaws);
  }

  /**
   * A text that only helps BankID, so it must not prevent a signing: a text that BankID would
   * refuse is changed or left out.
   *
   * @param mend returns the text for BankID, or empty to leave it out
   */
  static Form<Optional<String>> hint(Function<String, Optional<String>> mend) {
    return new Form<>(
        "text",
        node -> node.isTextual() ? Optional.of(mend.apply(node.textValue())) : Optional.empty(),
        List.of());
  }

  static Form<String> matching(Pattern pattern, String expected) {
    return text(expected, text -> pattern.matcher(text).matches());
  }

  /** One of an enum's constants, by name. */
  static <E extends Enum<E>> Form<E> oneOf(Class<E> type) {
    Map<String, E> byName = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants()).forEach(value -> byName.put(value.name(), value));
    return oneOf(byName);
  }

  /** One of the keys, read as its value. */
  static <T> Form<T> oneOf(Map<String, T> values) {
    return parsed(
        String.join(" or ", values.keySet()), text -> Optional.ofNullable(values.get(text)));
  }

  private static Form<String> text(String expected, Predicate<String> allowed, Flaw... flaws) {
    return parsed(expected, text -> Optional.of(text).filter(allowed), flaws);
  }

  /** A text without these flaws, and in which no character was lost. */
  static <T> Form<T> parsed(String expected, Function<String, Optional<T>> parser, Flaw... others) {
    List<Flaw> flaws = Stream.concat(Stream.of(Flaw.LOST), Stream.of(others)).toList();
    return new Form<>(
        expected,
        node ->
            Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> flaws.stream().noneMatch(flaw -> flaw.isIn(text)))
                .flatMap(parser),
        flaws);
  }

  /** Returns what is wrong with a value that could not be read. */
  String problem(JsonNode value) {
    return flaws.stream()
        .filter(flaw -> value.isTextual() && flaw.isIn(value.textValue()))
        .map(Flaw::problem)
        .findFirst()
        .orElse("must be " + expected);
  }

  /**
   * Reads a UUID in the form of RFC 9562 section 4: 8-4-4-4-12 hexadecimal digits, in either case.
   */
  static Optional<UUID> uuid(String text) {
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static boolean isWithin(int size, int min, int max) {
    return size >= min && size <= max;
  }
}
