package com.enterprisesigning.packing;

import java.util.ArrayList;
import java.util.List;

/**
 * A text without passages that are kept elsewhere, which is put together again to the letter.
 *
 * @param rest the text without them
 * @param cuts where each passage stood when it was taken out; -1 where it did not stand there
 */
public record Excerpt(String rest, List<Integer> cuts) {
  public Excerpt {
    cuts = List.copyOf(cuts);
  }

  /** Takes the passages out, the first of each. */
  public static Excerpt of(String text, String... passages) {
    String rest = text;
    List<Integer> cuts = new ArrayList<>();
    for (String passage : passages) {
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
    for (int i = passages.length - 1; i >= 0; i--) {
      int at = cuts.get(i);
      if (at >= 0) {
        text.insert(at, passages[i]);
      }
    }
    return text.toString();
  }

  /** Shows nothing of the text. */
  @Override
  public String toString() {
    return "Excerpt[secret]";
  }
}
