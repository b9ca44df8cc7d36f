package com.enterprisesigning.archive;

/** Writes HTML. All text from outside goes through {@link #text}. */
final class Html {
  private Html() {}

  /** Returns the text with everything escaped that means something in HTML. */
  static String text(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }

  static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  static String element(String name, String htmlClass, String content) {
    return "<" + name + " class=\"" + htmlClass + "\">" + content + "</" + name + ">";
  }
}
