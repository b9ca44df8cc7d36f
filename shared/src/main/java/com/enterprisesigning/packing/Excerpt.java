package com.enterprisesigning.packing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text without passages that are kept elsewhere, which is put together again to the letter. A
 * passage is found as it is, and as JSON may spell it with its slashes escaped (RFC 8259 section
 * 7).
 *
 * @param rest the text without them
 * @param cuts where each passage stood in each spelling when it was taken out; -1 where it did not
 */
public record Excerpt(String rest, List<Integer> cuts) {
  public Excerpt {
    cuts = List.copyOf(cuts);
  }

  /** Takes the passages out, the first of each. */
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

  /** Puts the passages, given in the same order, back. */
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
    // The escaped ones last: an excerpt with cuts of the others alone is read all the same.
    return Stream.concat(
            Arrays.stream(passages),
            Arrays.stream(passages).map(passage -> passage.replace("/", "\\/")))
        .toList();
  }

  /** Shows nothing of the text. */
  @Override
  public String toString() {
    return "Excerpt[secret]";
  }
}
