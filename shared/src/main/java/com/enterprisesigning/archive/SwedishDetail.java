package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The Swedish for the reason why a step did not pass, which evidence has in English only. The
 * sentences are in {@code details.txt}, each under its English one.
 */
record SwedishDetail(String english, String swedish) {
  /** Stands for what differs from one signature to another, such as the name of a step. */
  private static final String GAP = "{}";

  private static final List<SwedishDetail> ALL =
      Arrays.stream(new String(Resource.bytes("details.txt"), UTF_8).strip().split("\n\n"))
          .map(pair -> pair.split("\n"))
          .map(pair -> new SwedishDetail(pair[0], pair[1]))
          .toList();

  /** Returns the Swedish sentence; empty if this release does not know the detail. */
  static Optional<String> of(String detail) {
    return ALL.stream().flatMap(it -> it.translated(detail).stream()).findFirst();
  }

  private Optional<String> translated(String detail) {
    int gap = english.indexOf(GAP);
    if (gap < 0) {
      return detail.equals(english) ? Optional.of(swedish) : Optional.empty();
    }
    String before = english.substring(0, gap);
    String after = english.substring(gap + GAP.length());
    if (detail.length() <= before.length() + after.length()
        || !detail.startsWith(before)
        || !detail.endsWith(after)) {
      return Optional.empty();
    }
    String filling = detail.substring(before.length(), detail.length() - after.length());
    return Optional.of(swedish.replace(GAP, of(filling).orElse(filling)));
  }
}
