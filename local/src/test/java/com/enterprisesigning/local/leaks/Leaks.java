package com.enterprisesigning.local.leaks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Searches lines by the rules and for known secrets. */
final class Leaks {
  private static final String KNOWN = "KNOWN_SECRET";

  /** What separates values on a line: for base64, and for UUIDs, which may be part of a path. */
  private static final List<Pattern> SEPARATORS =
      List.of(Pattern.compile("[^A-Za-z0-9+/_-]+"), Pattern.compile("[^A-Za-z0-9-]+"));

  private final Set<String> known;
  private final List<Leak> found = new ArrayList<>();
  private long lines;

  /** Searches for these secrets as well. */
  Leaks(Set<String> known) {
    this.known = Set.copyOf(known);
  }

  void lookThrough(Path file, List<String> content) {
    for (int i = 0; i < content.size(); i++) {
      lookAt(file, i + 1, content.get(i));
    }
    lines += content.size();
  }

  private void lookAt(Path file, int number, String line) {
    for (Rule rule : Rule.values()) {
      if (rule.isMetBy(line)) {
        found.add(new Leak(file, number, rule.name()));
      }
    }
    if (SEPARATORS.stream().flatMap(it -> it.splitAsStream(line)).anyMatch(this::isKnown)) {
      found.add(new Leak(file, number, KNOWN));
    }
  }

  /** Returns whether the value is a known secret. Of a long secret only the beginning is kept. */
  private boolean isKnown(String value) {
    return known.contains(value)
        || (value.length() > KnownSecrets.LENGTH
            && known.contains(value.substring(0, KnownSecrets.LENGTH)));
  }

  List<Leak> found() {
    return List.copyOf(found);
  }

  long lines() {
    return lines;
  }
}
