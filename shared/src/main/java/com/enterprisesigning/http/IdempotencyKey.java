package com.enterprisesigning.http;

import com.enterprisesigning.conflict.Idempotency;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header {@code Idempotency-Key} (design section 2). */
final class IdempotencyKey {
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private IdempotencyKey() {}

  /**
   * Reads the key and digests it with {@code body}.
   *
   * @param body what must be equal for two requests to be the same
   * @return empty where there is no such header, or it is malformed and {@code violations} says so
   */
  static Optional<Idempotency> read(ApiRequest request, ObjectNode body, Violations violations) {
    Optional<String> key = request.header("idempotency-key");
    if (key.isPresent() && !FORM.matcher(key.get()).matches()) {
      violations.add("Idempotency-Key", "must be 1 to 128 visible ASCII characters");
      return Optional.empty();
    }
    return key.map(text -> new Idempotency(sha256(text), sha256(Json.canonical(body))));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
