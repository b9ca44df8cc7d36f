package com.enterprisesigning.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The evidence package that the page offers, and its report opened from disk. */
@Tag("thorough")
@ExtendWith(Chromium.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("a browser")
class EvidenceReportTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** A page of a PDF, as opposed to its tree of pages. */
  private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page[^s]");

  /** A role that signs another text than the one that was registered. */
  private static final String FALSE_SIGNER = "189609019881";

  @TempDir private Path directory;

  @Test
  void report_opensFromDisk_inBothLanguages_andPrintsOnOnePage(Visits visits) throws Exception {
    Path report = report(visits, "", "Signed, kept and verified.");
    try (Opened opened = new Opened(visits, report, Viewport.DESKTOP)) {
      Page page = opened.page();
      assertThat(page.locator("h1")).containsText("A signature of a sandbox, without BankID");
      assertThat(page.getByText("Undertecknad text")).isVisible();
      assertThat(page.getByText("What was signed")).isHidden();
      opened.keep("report-sv");
      assertEquals(1, opened.printedPages("report-sv"));

      page.getByText("English", new Page.GetByTextOptions().setExact(true)).click();

      assertThat(page.getByText("What was signed")).isVisible();
      assertThat(page.getByText("Undertecknad text")).isHidden();
      opened.keep("report-en");
      assertEquals(1, opened.printedPages("report-en"));
    }
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void falseSignature_isTheFirstThingThatIsRead(Viewport viewport, Visits visits) throws Exception {
    Path report = report(visits, FALSE_SIGNER, "the signature does not verify");
    try (Opened opened = new Opened(visits, report, viewport)) {
      assertThat(opened.page().locator("h1"))
          .hasText(
              Pattern.compile("^Underskriften godkändes INTE\\s*The signature did NOT verify$"));
      assertTrue(
          opened.page().locator("h1").boundingBox().y < viewport.height / 4.0, "it is at the top");
      assertEquals(
          viewport.width,
          opened.page().evaluate("document.documentElement.scrollWidth"),
          "nothing is wider than the screen");
      opened.keep("report-false");
      opened.printedPages("report-false");
    }
  }

  /** Signs on the page, saves the package there, and unpacks it. */
  private Path report(Visits visits, String personalNumber, String outcome) throws Exception {
    try (SandboxPage page = visits.open(Viewport.DESKTOP)) {
      page.register(personalNumber);
      page.click("Show a QR code");
      if (personalNumber.isEmpty()) {
        page.awaitState("OUTSTANDING_TRANSACTION");
        page.click("Scan the QR code");
        page.click("Sign");
      }
      page.awaitWords(outcome);
      Download saved = page.page().waitForDownload(() -> page.click("Save the evidence package"));
      assertTrue(saved.suggestedFilename().matches("evidence-[0-9a-f-]{36}\\.zip"));
      try (InputStream zip = saved.createReadStream()) {
        unpack(zip);
      }
    }
    return directory.resolve("report.html");
  }

  private void unpack(InputStream zip) throws IOException {
    try (ZipInputStream in = new ZipInputStream(zip)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = directory.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
      }
    }
  }

  /** A report in a browser. On closing, it must have asked for nothing else, and logged nothing. */
  private static final class Opened implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final Viewport viewport;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Opened(Visits visits, Path report, Viewport viewport) {
      this.viewport = viewport;
      this.context =
          visits
              .browser()
              .newContext(
                  new Browser.NewContextOptions()
                      .setViewportSize(viewport.width, viewport.height)
                      .setIsMobile(viewport.touch));
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
      return SCREENSHOTS.resolve(
          viewport.name().toLowerCase(Locale.ROOT) + "-" + name + "." + type);
    }

    @Override
    public void close() {
      context.close();
      assertEquals(List.of(), complaints, "forbidden actions of the report");
    }
  }
}
