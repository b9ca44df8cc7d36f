package com.enterprisesigning.http;

import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.PersonalNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The form of one member's value. JSON types are not coerced: {@code "true"} is not a boolean, 1 is
 * not a string, and {@code null} is never a value.
 *
 * @param expected completes "must be ..." in a problem's {@code detail}
 * @param read returns the value, or empty if it has another form
 */
record Form<T>(String expected, Function<JsonNode, Optional<T>> read) {
  private static final int REPLACEMENT_CHARACTER = 0xFFFD;

  /** {@link UUID#fromString} also accepts {@code 1-1-1-1-1}. */
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}");

  static final Form<Boolean> BOOLEAN =
      new Form<>(
          "true or false",
          node -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty());

  static final Form<UUID> UUID_TEXT = parsed("a UUID", Form::uuid);

  static final Form<EndUserIp> IP =
      parsed("a complete IPv4 address or an IPv6 address", EndUserIp::parse);

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
        "text of " + min + " to " + max + " characters, without control characters",
        text -> isWithin(text.codePointCount(0, text.length()), min, max) && isOneLine(text));
  }

  /**
   * A line that is passed on to BankID. How BankID counts characters is not documented, so the
   * stricter count applies: a character outside the basic plane counts as two (UTF-16). So BankID
   * never refuses a line that passes here.
   */
  static Form<String> bankIdLine(int max) {
    return text(
        "text of 1 to " + max + " characters, without control characters",
        text -> isWithin(text.length(), 1, max) && isOneLine(text));
  }

  /** A text of 1 to {@code maxBytes} bytes of UTF-8 that also passes {@code allowed}. */
  static Form<String> utf8(int maxBytes, Predicate<String> allowed, String without) {
    return text(
        "text of 1 to " + maxBytes + " bytes in UTF-8, without " + without,
        text ->
            isWithin(text.getBytes(StandardCharsets.UTF_8).length, 1, maxBytes)
                && allowed.test(text));
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

  private static Form<String> text(String expected, Predicate<String> allowed) {
    return parsed(expected, text -> Optional.of(text).filter(allowed));
  }

  static <T> Form<T> parsed(String expected, Function<String, Optional<T>> parser) {
    return new Form<>(
        expected,
        node ->
            node.isTextual()
                ? Optional.of(node.textValue()).filter(Form::isUnicode).flatMap(parser)
                : Optional.empty());
  }

  /**
   * Reads a UUID in the form of RFC 9562 section 4: 8-4-4-4-12 hexadecimal digits, in either case.
   */
  static Optional<UUID> uuid(String text) {
    return UUID_FORM.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  /**
   * Returns whether nothing was lost in transit, so that nobody signs a text that differs from the
   * caller's. Half a surrogate pair can be escaped in JSON but not encoded in UTF-8 (RFC 8259
   * section 8.2). A gateway puts U+FFFD where the body was not UTF-8.
   */
  private static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE || c == REPLACEMENT_CHARACTER);
  }

  private static boolean isOneLine(String text) {
    return text.codePoints().noneMatch(Character::isISOControl);
  }

  private static boolean isWithin(int size, int min, int max) {
    return size >= min && size <= max;
  }
}
