package com.enterprisesigning.archive;

import com.enterprisesigning.domain.SigningText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text as the app shows it, as HTML: plain lines, or BankID's simple Markdown without tables.
 * The same reading as the sandbox page's {@code markdown.js}. Links and HTML in the text stay text.
 */
final class ShownText {
  private static final Pattern HEADING = Pattern.compile("(#{1,3}) (.*)");
  private static final Pattern ITEM = Pattern.compile("[-+*] .*");
  private static final Pattern RULE = Pattern.compile("-{3,}");

  /** White space beside a mark makes it text, such as in {@code 2 * 3 * 4}. */
  private static final Pattern EMPHASIS =
      Pattern.compile("\\*\\*([^*\\s](?:[^*]*[^*\\s])?)\\*\\*|\\*([^*\\s](?:[^*]*[^*\\s])?)\\*");

  private static final Pattern PARAGRAPH_END =
      Pattern.compile("(\\r\\n|\\r|\\n)\\s*(\\r\\n|\\r|\\n)");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

  private ShownText() {}

  static String html(SigningText text) {
    return switch (text.format()) {
      case PLAINTEXT -> Html.element("p", "plain", Html.text(text.visible()));
      case SIMPLE_MARKDOWN_V1 ->
          blocks(text.visible()).stream().map(ShownText::block).collect(Collectors.joining("\n"));
    };
  }

  /** Splits at empty lines; a heading is a block even without one. */
  private static List<List<String>> blocks(String text) {
    List<List<String>> blocks = new ArrayList<>();
    for (String paragraph : PARAGRAPH_END.split(text, -1)) {
      List<String> lines = new ArrayList<>();
      for (String line : LINE_END.split(paragraph, -1)) {
        if (HEADING.matcher(line).matches()) {
          blocks.add(lines);
          blocks.add(List.of(line));
          lines = new ArrayList<>();
        } else if (!line.isEmpty()) {
          lines.add(line);
        }
      }
      blocks.add(lines);
    }
    blocks.removeIf(List::isEmpty);
    return blocks;
  }

  private static String block(List<String> lines) {
    Matcher heading = HEADING.matcher(lines.getFirst());
    if (heading.matches()) {
      return Html.element("p", "h" + heading.group(1).length(), inline(heading.group(2)));
    }
    if (lines.stream().allMatch(line -> ITEM.matcher(line).matches())) {
      return Html.element(
          "ul",
          lines.stream()
              .map(line -> Html.element("li", inline(line.substring(2))))
              .collect(Collectors.joining()));
    }
    if (lines.size() == 1 && RULE.matcher(lines.getFirst()).matches()) {
      return "<hr>";
    }
    return Html.element(
        "p", lines.stream().map(ShownText::inline).collect(Collectors.joining("<br>")));
  }

  private static String inline(String line) {
    StringBuilder html = new StringBuilder();
    Matcher emphasis = EMPHASIS.matcher(line);
    int at = 0;
    while (emphasis.find()) {
      html.append(Html.text(line.substring(at, emphasis.start())));
      boolean isStrong = emphasis.group(1) != null;
      html.append(
          Html.element(isStrong ? "strong" : "em", Html.text(emphasis.group(isStrong ? 1 : 2))));
      at = emphasis.end();
    }
    return html.append(Html.text(line.substring(at))).toString();
  }
}
