package com.enterprisesigning.local.docs;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Text, Markdown and YAML as HTML that is safe to show. */
final class Html {
  private static final Pattern SCHEMA =
      Pattern.compile("\\$ref: (?:&#39;)?#/components/schemas/(\\w+)(?:&#39;)?");

  private final Parser markdown =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .extensions(List.of(TablesExtension.create()))
          .escapeHtml(true)
          .sanitizeUrls(true)
          .build();

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  String markdown(String text) {
    return renderer.render(markdown.parse(text));
  }

  /** Formatted YAML, whose references to schemas are links to them. */
  static String yaml(Object value) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(100);
    String text = escape(new Yaml(options).dump(value).strip());
    return "<pre>" + SCHEMA.matcher(text).replaceAll("<a href=\"#schema-$1\">$1</a>") + "</pre>";
  }
}
