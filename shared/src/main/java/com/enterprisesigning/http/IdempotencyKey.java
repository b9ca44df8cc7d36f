package com.enterprisesigning.http;

import com.enterprisesigning.conflict.Idempotency;
import com.enterprisesigning.signing.Sha256;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header {@code Idempotency-Key} ({@code docs/architecture.md#the-contract}). */
final class IdempotencyKey {
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private IdempotencyKey() {}

  /**
   * Reads the key and digests it with {@code body}.
   *
   * @param body the part of the request that must be equal for two requests to be the same
   * @return empty if there is no such header, or if it is malformed, which {@code violations} then
   *     reports
   */
  static Optional<Idempotency> read(ApiRequest request, ObjectNode body, Violations violations) {
    Optional<String> key = request.header("idempotency-key");
    if (key.isPresent() && !FORM.matcher(key.get()).matches()) {
      violations.add("Idempotency-Key", "must be 1 to 128 visible ASCII characters");
      return Optional.empty();
    }
    return key.map(text -> new Idempotency(Sha256.hex(text), Sha256.hex(Json.canonical(body))));
  }
}
