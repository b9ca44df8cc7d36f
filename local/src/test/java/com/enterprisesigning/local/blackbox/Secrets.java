package com.enterprisesigning.local.blackbox;

import com.enterprisesigning.local.leaks.KnownSecrets;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everything that the tests have seen and no run may print: invariant 8, {@code
 * docs/architecture.md#invariants}.
 */
final class Secrets {
  private static final List<String> MEMBERS =
      List.of("autostart_token", "signature", "ocsp_response", "access_token");

  private final Set<String> values = ConcurrentHashMap.newKeySet();

  void addPersonalNumber(String digits) {
    values.add(digits);
    values.add(digits.substring(2));
    values.add(digits.substring(2, 8) + "-" + digits.substring(8));
  }

  /** Adds the secrets in an answer. */
  void addAllOf(JsonNode answer) {
    for (String member : MEMBERS) {
      if (answer.path(member).isTextual()) {
        add(answer.path(member).asText());
      }
    }
    if (answer.path("qr_string").isTextual()) {
      String[] frame = answer.path("qr_string").asText().split("\\.", -1);
      add(frame[1]);
      add(frame[3]);
    }
  }

  /**
   * Adds a secret. Of a long one only the beginning counts, because a part is as bad as the whole.
   */
  void add(String secret) {
    values.addAll(KnownSecrets.kept(List.of(secret)));
  }

  /** Leaves the secrets on disk for {@code NothingLeakedCheck}. */
  void leave() {
    KnownSecrets.leave(values);
  }

  int count() {
    return values.size();
  }

  /** Returns the lines that contain a secret. */
  List<String> foundIn(List<String> lines) {
    return lines.stream().filter(line -> values.stream().anyMatch(line::contains)).toList();
  }
}
