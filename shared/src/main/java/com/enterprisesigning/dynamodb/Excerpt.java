package com.enterprisesigning.dynamodb;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A text kept without passages that are kept elsewhere, and put together again to the letter. */
final class Excerpt {
  private Excerpt() {}

  /** Sets {@code name} to the rest of the text, and {@code name_cuts} to where passages stood. */
  static void set(Draft draft, String name, String text, String... passages) {
    String rest = text;
    List<AttributeValue> cuts = new ArrayList<>();
    for (String passage : passages) {
      int at = passage.isEmpty() ? -1 : rest.indexOf(passage);
      cuts.add(AttributeValue.fromN(Integer.toString(at)));
      if (at >= 0) {
        rest = rest.substring(0, at) + rest.substring(at + passage.length());
      }
    }
    draft.set(name, Gzip.of(rest)).set(name + "_cuts", AttributeValue.fromL(cuts));
  }

  /** Puts the passages, given in the same order, back. */
  static String read(Item item, String name, String... passages) {
    StringBuilder text = new StringBuilder(Gzip.text(item.bytes(name)));
    List<AttributeValue> cuts = item.list(name + "_cuts");
    for (int i = passages.length - 1; i >= 0; i--) {
      int at = Integer.parseInt(cuts.get(i).n());
      if (at >= 0) {
        text.insert(at, passages[i]);
      }
    }
    return text.toString();
  }
}
