package com.enterprisesigning;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid but unexpected JSON: the texts of values, and of objects with such values. */
public final class OddJson {
  private OddJson() {}

  /** Generates any value. */
  public static Arbitrary<String> values() {
    return Arbitraries.lazyOf(OddJson::scalars, OddJson::scalars, OddJson::nested, OddJson::large);
  }

  private static Arbitrary<String> scalars() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "null",
            "true",
            "0",
            "-1.5e-3",
            "1e999999999",
            "123456789012345678901234567890",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00 and \\ud800\"",
            "\"\\ufeff\\u202e\"",
            "\"complete\"",
            "\"pending\"",
            "\"userSign\"",
            "\"invalidParameters\"",
            "\"189001019802\""),
        Arbitraries.strings().all().ofMaxLength(20).map(OddJson::quoted));
  }

  private static Arbitrary<String> nested() {
    return Arbitraries.oneOf(
        values().list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"),
        members(Arbitraries.strings().alpha().ofMaxLength(3)).map(OddJson::object));
  }

  private static Arbitrary<String> large() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1, 5_000).map("9"::repeat),
        Arbitraries.integers().between(1, 2_000).map(n -> quoted("å".repeat(n))),
        Arbitraries.integers().between(1, 2_000).map(n -> "[".repeat(n) + "]".repeat(n)),
        Arbitraries.integers()
            .between(1, 1_500)
            .map(n -> "{\"completionData\":".repeat(n) + "1" + "}".repeat(n)),
        Arbitraries.integers().between(49_990, 50_010).map(n -> "{\"" + "n".repeat(n) + "\":0}"));
  }

  /** Generates members with any value, as they appear in an object. */
  public static Arbitrary<List<String>> members(Arbitrary<String> names) {
    return Combinators.combine(names, values()).as(OddJson::member).list().ofMaxSize(4);
  }

  /** Returns a member of an object. */
  public static String member(String name, String value) {
    return quoted(name) + ":" + value;
  }

  /** Returns an object with these members. */
  public static String object(List<String> members) {
    return "{" + String.join(",", members) + "}";
  }

  /** Returns the text as a JSON string, escaped where necessary. */
  public static String quoted(String text) {
    return text.codePoints()
        .mapToObj(c ->
            c < ' ' || c == '"' || c == '\\' || (c >= 0xd800 && c <= 0xdfff)
                ? "\\u%04x".formatted(c)
                : Character.toString(c))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
