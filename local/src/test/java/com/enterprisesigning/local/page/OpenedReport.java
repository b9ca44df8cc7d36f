package com.enterprisesigning.local.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A report in a browser. On closing, it must have asked for nothing else, and logged nothing. */
final class OpenedReport implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** A page of a PDF, as opposed to its tree of pages. */
  private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page[^s]");

  private final BrowserContext context;
  private final Page page;
  private final Viewport viewport;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  OpenedReport(Visits visits, Path report, Viewport viewport) {
    this(visits, report, viewport, ColorScheme.LIGHT);
  }

  OpenedReport(Visits visits, Path report, Viewport viewport, ColorScheme colors) {
    this.viewport = viewport;
    this.context =
        visits
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(viewport.width, viewport.height)
                    .setIsMobile(viewport.touch)
                    .setColorScheme(colors));
    this.page = context.newPage();
    String url = report.toUri().toString();
    page.onRequest(request -> {
      if (!request.url().equals(url)) {
        complaints.add("it asks for " + request.url());
      }
    });
    page.onConsoleMessage(message -> complaints.add("it logs " + message.text()));
    page.onPageError(error -> complaints.add("it fails: " + error));
    page.navigate(url);
  }

  Page page() {
    return page;
  }

  void keep(String name) {
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(path(name, "png")));
  }

  /** Prints on A4, keeps the PDF, and returns how many pages it has. */
  int printedPages(String name) {
    byte[] pdf =
        page.pdf(
            new Page.PdfOptions()
                .setFormat("A4")
                .setPrintBackground(true)
                .setPreferCSSPageSize(true)
                .setPath(path(name, "pdf")));
    return (int) PDF_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
  }

  private Path path(String name, String type) {
    return SCREENSHOTS.resolve(viewport.name().toLowerCase(Locale.ROOT) + "-" + name + "." + type);
  }

  @Override
  public void close() {
    context.close();
    assertEquals(List.of(), complaints, "forbidden actions of the report");
  }
}
