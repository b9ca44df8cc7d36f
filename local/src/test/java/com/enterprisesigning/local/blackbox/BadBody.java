package com.enterprisesigning.local.blackbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A body that no call accepts.
 *
 * @param name what is wrong with it
 * @param contentType absent if none is sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BadBody(String name, byte[] bytes, Optional<String> contentType, int status, String code) {
  private static final Optional<String> JSON = Optional.of("application/json");

  /**
   * Derives all bad bodies from one good body.
   *
   * @param good a JSON object with at least one member
   */
  static List<BadBody> of(String good) {
    String member = good.substring(1, good.length() - 1);
    Map<String, String> invalid = new TreeMap<>();
    invalid.put("no body", "");
    invalid.put("no JSON", "participant_id=1");
    invalid.put("half a body", good.substring(0, good.length() - 1));
    invalid.put("more after it", good + " x");
    invalid.put("two bodies", good + good);
    invalid.put("null", "null");
    invalid.put("an array", "[" + good + "]");
    invalid.put("a text", "\"text\"");
    invalid.put("a number", "1");
    invalid.put("no members", "{}");
    invalid.put("an unknown member", "{" + member + ",\"endUserIp\":\"192.0.2.1\"}");
    invalid.put("a duplicated member", "{" + member + "," + member + "}");
    invalid.put(
        "deep nesting", "{" + member + ",\"x\":" + "[".repeat(7_000) + "]".repeat(7_000) + "}");
    invalid.put("deep nesting alone", "[".repeat(16_000));
    invalid.put("a huge number", "{" + member + ",\"x\":" + "9".repeat(15_000) + "}");
    invalid.put("a huge exponent", "{" + member + ",\"x\":1e999999999}");
    invalid.put("a NUL", "{" + member + ",\"x\":\"\\u0000\"}");
    invalid.put("a lone surrogate", "{" + member + ",\"x\":\"\\ud800\"}");
    invalid.put("a comment", "/**/" + good);
    List<BadBody> bodies = new ArrayList<>();
    invalid.forEach(
        (name, text) -> bodies.add(new BadBody(name, utf8(text), JSON, 400, "INVALID_REQUEST")));
    bodies.add(new BadBody("no UTF-8", noUtf8(good), JSON, 400, "INVALID_REQUEST"));
    bodies.add(new BadBody("UTF-16", utf16(good), JSON, 400, "INVALID_REQUEST"));
    for (String type :
        List.of("text/plain", "application/xml", "application/json; charset=iso-8859-1", "x")) {
      bodies.add(ofType(type, Optional.of(type), good));
    }
    bodies.add(ofType("no content type", Optional.empty(), good));
    bodies.add(
        new BadBody(
            "over 1 MB",
            utf8("{" + member + ",\"x\":\"" + "x".repeat(1024 * 1024) + "\"}"),
            JSON,
            413,
            "PAYLOAD_TOO_LARGE"));
    return bodies;
  }

  private static BadBody ofType(String name, Optional<String> type, String good) {
    return new BadBody(name, utf8(good), type, 415, "UNSUPPORTED_MEDIA_TYPE");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16BE);
  }

  /** Puts a byte that UTF-8 never contains into the first text of the body. */
  private static byte[] noUtf8(String good) {
    byte[] bytes = utf8(good);
    bytes[good.indexOf(":\"") + 2] = (byte) 0xff;
    return bytes;
  }

  @Override
  public String toString() {
    return name;
  }
}
