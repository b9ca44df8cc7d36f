package com.enterprisesigning.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What BankID is known to refuse in a text of the format {@code simpleMarkdownV1} ({@code
 * docs/bankid.md#markdown}). A text that BankID accepts must never be refused here, so only what
 * was seen to be refused counts.
 */
public final class SimpleMarkdown {
  /** A list item without the space after its plus sign. */
  private static final Pattern ITEM_WITHOUT_SPACE =
      Pattern.compile("(?<![^\\r\\n])\\+[\\p{L}\\p{Nd}]");

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

  private SimpleMarkdown() {}

  /** A place in a text; both numbers count from 1. */
  public record Place(int line, int column) {}

  /** Finds the first list item that BankID refuses. */
  public static Optional<Place> refusedItem(String text) {
    Matcher item = ITEM_WITHOUT_SPACE.matcher(text);
    return item.find()
        ? Optional.of(new Place(lineOf(text.substring(0, item.start())), 1))
        : Optional.empty();
  }

  private static int lineOf(String before) {
    return 1 + (int) LINE_END.matcher(before).results().count();
  }
}
