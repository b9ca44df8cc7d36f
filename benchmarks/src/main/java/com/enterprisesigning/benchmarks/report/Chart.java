package com.enterprisesigning.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A chart in SVG, for light and dark mode: panels with pairs of bars, in milliseconds. */
public final class Chart {
  private static final int WIDTH = 860;
  private static final int MARGIN = 28;
  private static final int HEAD = 64;
  private static final int FOOT = 40;

  private final int rounds;
  private final List<Panel> panels = new ArrayList<>();

  /**
   * Creates an empty chart.
   *
   * @param rounds the number of starts whose median a bar shows
   */
  public Chart(int rounds) {
    this.rounds = rounds;
  }

  /** Adds a panel with a title, and with what the first and the second bar of each pair mean. */
  public Panel panel(String title, String first, String second) {
    Panel panel = new Panel(title, first, second);
    panels.add(panel);
    return panel;
  }

  /** Draws the chart into the file. */
  public void write(Path file) throws IOException {
    int height = HEAD + FOOT + panels.stream().mapToInt(Panel::height).sum();
    StringBuilder svg = new StringBuilder(open(height));
    int top = HEAD;
    for (Panel panel : panels) {
      panel.draw(svg, top, WIDTH - 2 * MARGIN);
      top += panel.height();
    }
    svg.append(
        "<text class=\"small\" x=\"%d\" y=\"%d\">Median of %d starts; the line through a bar's end spans all of them. One core. Not measured on AWS.</text>%n</svg>%n"
            .formatted(MARGIN, height - 18, rounds));
    Files.writeString(file, svg);
  }

  private String open(int height) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-labelledby="title desc">
    <title id="title">Start times of the functions, each beside a bare reference</title>
    <desc id="desc">%3$s</desc>
    <style>
      svg { --back: #ffffff; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --ours: #0a5bc4; --bare: #8496a8; }
      @media (prefers-color-scheme: dark) {
        svg { --back: #0d1117; --text: #f0f6fc; --soft: #a0aab5; --line: #3d444d; --ours: #58a6ff; --bare: #66737f; }
      }
      text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: var(--text); }
      .head { font-size: 17px; font-weight: 600; }
      .panel { font-size: 14px; font-weight: 600; }
      .small { font-size: 12px; fill: var(--soft); }
      .value { font-size: 12px; font-variant-numeric: tabular-nums; }
      .back { fill: var(--back); stroke: var(--line); }
      .ours { fill: var(--ours); } .bare { fill: var(--bare); }
      .span { stroke: var(--text); stroke-width: 1.5; opacity: .55; }
    </style>
    <rect class="back" x=".5" y=".5" width="%4$d" height="%5$d" rx="10"/>
    <text class="head" x="%6$d" y="38">How long a function takes to answer its first call</text>
    """
        .formatted(WIDTH, height, told(), WIDTH - 1, height - 1, MARGIN);
  }

  /** Returns the same in words, for readers who cannot see the chart. */
  private String told() {
    StringBuilder told = new StringBuilder();
    panels.forEach(panel -> panel.tell(told));
    return told.toString().strip();
  }

  private record Pair(String label, Spread first, Spread second) {}

  /** Pairs of bars on one scale. */
  public static final class Panel {
    private static final int TITLE = 54;
    private static final int PAIR = 40;
    private static final int BAR = 13;
    private static final int LABELS = 130;
    private static final int VALUES = 74;

    private final String title;
    private final String first;
    private final String second;
    private final List<Pair> pairs = new ArrayList<>();

    private Panel(String title, String first, String second) {
      this.title = title;
      this.first = first;
      this.second = second;
    }

    /** Adds a pair of bars. */
    public void pair(String label, Spread one, Spread other) {
      pairs.add(new Pair(label, one, other));
    }

    private int height() {
      return TITLE + PAIR * pairs.size() + 14;
    }

    private void tell(StringBuilder told) {
      told.append(title).append(", ").append(first).append(" and ").append(second).append(":");
      for (Pair pair : pairs) {
        told.append(
            " %s %.0f and %.0f ms;"
                .formatted(pair.label(), pair.first().median(), pair.second().median()));
      }
      told.setCharAt(told.length() - 1, '.');
      told.append(' ');
    }

    private void draw(StringBuilder svg, int top, int width) {
      svg.append(
          "<text class=\"panel\" x=\"%d\" y=\"%d\">%s</text>%n".formatted(MARGIN, top + 14, title));
      legend(svg, MARGIN, top + 36, "ours", first);
      legend(svg, MARGIN + 120, top + 36, "bare", second);
      double longest =
          pairs.stream()
              .flatMapToDouble(pair ->
                  DoubleStream.of(
                      pair.first().values().getLast(), pair.second().values().getLast()))
              .max()
              .orElse(1);
      double scale = (width - LABELS - VALUES) / longest;
      int y = top + TITLE;
      for (Pair pair : pairs) {
        svg.append(
            "<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(MARGIN, y + BAR + 5, pair.label()));
        bar(svg, y, "ours", pair.first(), scale);
        bar(svg, y + BAR + 2, "bare", pair.second(), scale);
        y += PAIR;
      }
    }

    private static void legend(StringBuilder svg, int x, int y, String kind, String text) {
      svg.append(
          "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" rx=\"2\"/><text class=\"small\" x=\"%d\" y=\"%d\">%s</text>%n"
              .formatted(kind, x, y - 10, x + 18, y, text));
    }

    private static void bar(StringBuilder svg, int y, String kind, Spread spread, double scale) {
      int x = MARGIN + LABELS;
      double middle = y + BAR / 2.0;
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>"
                  + "<line class=\"span\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text class=\"value\" x=\"%.1f\" y=\"%d\">%.0f ms</text>%n",
              kind,
              x,
              y,
              spread.median() * scale,
              BAR,
              x + spread.values().getFirst() * scale,
              x + spread.values().getLast() * scale,
              middle,
              middle,
              x + spread.values().getLast() * scale + 8,
              y + BAR - 2,
              spread.median()));
    }
  }
}
