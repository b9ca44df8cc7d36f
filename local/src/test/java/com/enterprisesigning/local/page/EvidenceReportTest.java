package com.enterprisesigning.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
  /** A role that signs another text than the one that was registered. */
  private static final String FALSE_SIGNER = "189609019881";

  @TempDir private Path directory;

  @Test
  void report_opensFromDisk_inBothLanguages_andPrintsOnOnePage(Visits visits) throws Exception {
    Path report = report(visits, "", "Signed, kept and verified.");
    try (OpenedReport opened = new OpenedReport(visits, report, Viewport.DESKTOP)) {
      Page page = opened.page();
      assertThat(page.locator("h1")).containsText("Test signature, not made with BankID");
      assertThat(page.getByText("Vem, när och hur")).isVisible();
      assertThat(page.getByText("Who, when and how")).isHidden();
      opened.keep("report-sv");
      assertEquals(1, opened.printedPages("report-sv"));

      page.getByText("English", new Page.GetByTextOptions().setExact(true)).click();

      assertThat(page.getByText("Who, when and how")).isVisible();
      assertThat(page.getByText("Vem, när och hur")).isHidden();
      opened.keep("report-en");
      assertEquals(1, opened.printedPages("report-en"));
    }
  }

  @ParameterizedTest
  @EnumSource(Viewport.class)
  void falseSignature_isTheFirstThingThatIsRead(Viewport viewport, Visits visits) throws Exception {
    Path report = report(visits, FALSE_SIGNER, "the signature does not verify");
    try (OpenedReport opened = new OpenedReport(visits, report, viewport)) {
      assertThat(opened.page().locator("h1"))
          .hasText(
              Pattern.compile(
                  "^Underskriften godkändes INTE\\s*The signature did NOT pass verification$"));
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
}
