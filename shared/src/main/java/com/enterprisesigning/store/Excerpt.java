package com.enterprisesigning.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text without certain passages that are stored elsewhere. The original text can be restored
 * exactly. A passage is found as it is, or with its slashes escaped as JSON allows (RFC 8259
 * section 7).
 *
 * @param rest the text without the passages
 * @param cuts the offset at which each spelling of each passage was cut out, or -1 if it was not
 *     found
 */
public record Excerpt(String rest, List<Integer> cuts) {
  public Excerpt {
    cuts = List.copyOf(cuts);
  }

  /** Cuts out the first occurrence of each passage. */
  public static Excerpt of(String text, String... passages) {
    String rest = text;
    List<Integer> cuts = new ArrayList<>();
    for (String passage : spelled(passages)) {
      int at = passage.isEmpty() ? -1 : rest.indexOf(passage);
      cuts.add(at);
      if (at >= 0) {
        rest = rest.substring(0, at) + rest.substring(at + passage.length());
      }
    }
    return new Excerpt(rest, cuts);
  }

  /**
   * Restores the original text. The passages must be given in the same order as they were cut out.
   */
  public String text(String... passages) {
    StringBuilder text = new StringBuilder(rest);
    List<String> spelled = spelled(passages);
    for (int i = cuts.size() - 1; i >= 0; i--) {
      int at = cuts.get(i);
      if (at >= 0) {
        text.insert(at, spelled.get(i));
      }
    }
    return text.toString();
  }

  private static List<String> spelled(String... passages) {
    // Escaped spellings come last, so that an excerpt whose cuts cover only the plain spellings can
    // still be read.
    return Stream.concat(
            Arrays.stream(passages),
            Arrays.stream(passages).map(passage -> passage.replace("/", "\\/")))
        .toList();
  }

  /** Reveals nothing of the text. */
  @Override
  public String toString() {
    return "Excerpt[secret]";
  }
}
