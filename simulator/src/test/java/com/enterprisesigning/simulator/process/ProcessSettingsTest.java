package com.enterprisesigning.simulator.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.SimulatorSettings;
import com.enterprisesigning.simulator.order.SecondOrder;
import com.enterprisesigning.simulator.order.Speed;
import com.enterprisesigning.simulator.rp.IssueDate;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of a simulator that runs alone, from its environment. */
class ProcessSettingsTest {
  @Test
  void defaults_apply_whenNothingIsSet() {
    assertEquals(
        new ProcessSettings(
            8443,
            Path.of("simulator-certificates"),
            SecondOrder.ENDS_BOTH,
            Speed.OF_BANKID,
            OptionalInt.empty(),
            IssueDate.UTC),
        ProcessSettings.from(Map.of("PORT", " ")));
  }

  @Test
  void everyVariable_isRead() {
    ProcessSettings settings =
        ProcessSettings.from(
            Map.of(
                "PORT", "0",
                "CERTIFICATES_DIR", "/tmp/c",
                "SECOND_ORDER", "RUNS_BESIDE",
                "SPEED", "10",
                "CALL_LIMIT", "5",
                "ISSUE_DATE", "OFFSET"));
    assertEquals(
        new ProcessSettings(
            0,
            Path.of("/tmp/c"),
            SecondOrder.RUNS_BESIDE,
            new Speed(10),
            OptionalInt.of(5),
            IssueDate.OFFSET),
        settings);
    SimulatorSettings simulator = settings.simulator(Clock.systemUTC(), Optional.empty());
    assertEquals(new Speed(10), simulator.speed());
    assertEquals(OptionalInt.of(5), simulator.callLimit());
    assertEquals(SecondOrder.RUNS_BESIDE, simulator.secondOrder());
    assertEquals(IssueDate.OFFSET, simulator.issueDate());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PORT         | x     | PORT=x: set a number from 0 to 65535; 0 takes any free port.
          PORT         | 65536 | PORT=65536: set a number from 0 to 65535; 0 takes any free port.
          SPEED        | 0     | SPEED=0: set a number from 1 to 100; 10 makes lifetimes ten times shorter.
          SPEED        | 101   | SPEED=101: set a number from 1 to 100; 10 makes lifetimes ten times shorter.
          SPEED        | 1.5   | SPEED=1.5: set a number from 1 to 100; 10 makes lifetimes ten times shorter.
          SECOND_ORDER | BOTH  | SECOND_ORDER=BOTH: set ENDS_BOTH or RUNS_BESIDE.
          ISSUE_DATE   | Z     | ISSUE_DATE=Z: set UTC or OFFSET or DATE.
          CALL_LIMIT   | -1    | CALL_LIMIT=-1: set a number from 1 to 1000000; that many calls are answered in ten seconds.
          """)
  void aVariable_thatIsMalformed_isNamed_withWhatToWrite(
      String name, String value, String message) {
    assertEquals(message, refusal(Map.of(name, value)));
  }

  @Test
  void everyMalformedVariable_isNamedAtOnce() {
    String refusal = refusal(Map.of("PORT", "x", "SPEED", "fast"));
    assertTrue(refusal.contains("PORT=x") && refusal.contains("SPEED=fast"), refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PORT", "CERTIFICATES_DIR", "SECOND_ORDER", "SPEED", "CALL_LIMIT", "ISSUE_DATE"})
  void help_namesEveryVariable(String name) {
    assertTrue(ProcessSettings.HELP.contains("\n  " + name + " "), ProcessSettings.HELP);
  }

  private static String refusal(Map<String, String> environment) {
    return assertThrows(IllegalArgumentException.class, () -> ProcessSettings.from(environment))
        .getMessage();
  }
}
