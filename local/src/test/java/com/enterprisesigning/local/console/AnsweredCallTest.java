package com.enterprisesigning.local.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One line of the console for a call. */
class AnsweredCallTest {
  private static final Instant AT = Instant.parse("2026-11-23T10:00:02Z");

  private static String line(String path, int status, String reason) {
    return new AnsweredCall(AT, "GET", path, status, reason, Duration.ofMillis(17)).line();
  }

  @Test
  void line_hasTheCallAndItsAnswer() {
    assertTrue(
        line("/signing/processes/1d3f9b62-0f4e-4c0a-8f0e-5a7d2b9c4e10", 404, "PROCESS_NOT_FOUND")
            .matches(
                "..:..:02  GET    /signing/processes/1d3f9b62… +404  PROCESS_NOT_FOUND +17 ms"));
  }

  @Test
  void lines_areAligned() {
    String evidence = "/signing/participants/1d3f9b62-0f4e-4c0a-8f0e-5a7d2b9c4e10/evidence";

    assertEquals(line("/", 200, "").indexOf("200"), line(evidence, 200, "NOTHING").indexOf("200"));
    assertEquals(line("/", 200, "").length(), line(evidence, 200, "NOTHING").length());
  }

  @Test
  void line_hasNoPartOfThePath_thatCouldBeAPersonalNumber() {
    assertFalse(line("/signing/processes/188001019804", 400, "").contains("1880"));
    assertFalse(line("/signing/processes/%31%38%38", 400, "").contains("%31"));
  }
}
