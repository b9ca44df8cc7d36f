package com.enterprisesigning.local.page;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.blackbox.Api;
import com.enterprisesigning.local.blackbox.Phone;
import com.enterprisesigning.local.blackbox.Reply;
import com.enterprisesigning.local.blackbox.RunProcess;
import com.enterprisesigning.local.blackbox.Waiting;
import com.enterprisesigning.local.blackbox.Wire;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Reports of short texts, with a time stamp and every fact, of each role that signs. */
@Tag("thorough")
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("a browser")
class PrintedReportTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The role whose text is plain; all others sign Markdown. */
  private static final String PLAIN = "Signe";

  private static final List<String> ROLES =
      List.of(
          PLAIN,
          "Hög",
          "Text",
          "Ändrad",
          "Utbytt",
          "Rot",
          "Revokerad",
          "Nonce",
          "Svar",
          "Omslag",
          "Utgången",
          "Avsändare",
          "Villkor");

  private static final String MARKDOWN =
      """
      # Kreditavtal

      Jag lånar **250 000 kr** på dessa villkor:

      - ränta 4,15 %
      - löptid 10 år
      - uppsägningstid tre månader

      ## Godkännande

      Jag har läst avtalet och *godkänner* det.
      """;

  @TempDir private Path directory;

  /** By the role's given name; empty until the first test. */
  private final Map<String, byte[]> reports = new HashMap<>();

  @ParameterizedTest
  @FieldSource("ROLES")
  void report_printsOnOnePage_inBothLanguages(String role, Visits visits) throws Exception {
    try (OpenedReport opened = new OpenedReport(visits, report(role), Viewport.DESKTOP)) {
      assertEquals(1, opened.printedPages("report-" + role + "-sv"));

      opened.page().getByText("English", new Page.GetByTextOptions().setExact(true)).click();

      assertEquals(1, opened.printedPages("report-" + role + "-en"));
    }
  }

  @ParameterizedTest
  @CsvSource({"Hög, DESKTOP, LIGHT", "Ändrad, DESKTOP, LIGHT", "Ändrad, TELEPHONE, DARK"})
  void report_isAccessible(String role, Viewport viewport, ColorScheme colors, Visits visits)
      throws Exception {
    try (OpenedReport opened = new OpenedReport(visits, report(role), viewport, colors)) {
      opened.keep("report-" + role + "-" + colors);

      assertEquals(List.of(), AccessibilityTest.serious(opened.page()));
    }
  }

  private Path report(String role) throws Exception {
    if (reports.isEmpty()) {
      signAll();
    }
    return Files.write(directory.resolve("report.html"), reports.get(role));
  }

  /** Has all roles sign at the same time; the run's own follow-up collects and stamps. */
  private void signAll() throws Exception {
    try (RunProcess run = RunProcess.start(Map.of("FOLLOW_UP_SECONDS", "12,16,20"));
        Wire wire = new Wire()) {
      Api api = new Api(wire, List.of(run.url()), new Semaphore(2));
      Phone phone = new Phone(wire, run.url());
      Map<String, String> participants = new HashMap<>();
      for (String role : ROLES) {
        participants.put(role, started(api, phone.personalNumber(role), !role.equals(PLAIN)));
      }
      Map<String, byte[]> all = new HashMap<>();
      for (String role : ROLES) {
        all.put(role, stamped(api, participants.get(role)));
      }
      reports.putAll(all);
    }
  }

  private static String started(Api api, String person, boolean isMarkdown) throws Exception {
    Reply registered =
        api.post(
                DEMO,
                "/signing/processes",
                Map.of(
                    "reference",
                    "loan-4711",
                    "participants",
                    List.of(
                        Map.of(
                            "personal_number",
                            person,
                            "user_visible_data",
                            isMarkdown ? MARKDOWN : "I borrow SEK 250,000 on your terms.",
                            "user_visible_data_format",
                            isMarkdown ? "SIMPLE_MARKDOWN_V1" : "PLAINTEXT"))))
            .is(201);
    String participant = registered.body().at("/participants/0/id").asText();
    api.start(DEMO, participant, Map.of("return_risk", true)).is(200);
    return participant;
  }

  /** Waits for the time stamp, and returns the report. A busy machine may answer 503 meanwhile. */
  private static byte[] stamped(Api api, String participant) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    Reply evidence = api.evidence(DEMO, participant);
    while (!evidence.has("time_stamp")) {
      assertTrue(Instant.now().isBefore(deadline), evidence.body().toString());
      Waiting.until(evidence.receivedAt().plusMillis(500));
      evidence = api.evidence(DEMO, participant);
    }
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(api.evidencePackage(DEMO, participant).body()))) {
      assertEquals("report.html", zip.getNextEntry().getName());
      return zip.readAllBytes();
    }
  }
}
