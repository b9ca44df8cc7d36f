package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose table outlives it. */
@Tag("thorough")
class TableDirectoryTest {
  private static final String EVIDENCE = "5e1f0001-0000-4000-8000-000000000008";

  @Test
  void participant_isThereInTheNextRun_andIdsOfTheEventsAreLeftAsTheyAre(@TempDir Path directory)
      throws Exception {
    Map<String, String> environment = Map.of("TABLE_DIR", directory.toString());
    String participant;
    String evidence;
    try (RunningLocally first = RunningLocally.start(new TestWiring(), environment)) {
      String token = first.token("demo");
      participant = first.participant(token, "189511239916");
      evidence = first.evidence(token, EVIDENCE).body();
    }
    try (RunningLocally second = RunningLocally.start(new TestWiring(), environment)) {
      String token = second.token("demo");
      assertEquals(
          "SIGNING_NOT_STARTED",
          second
              .json(second.callFor(token, "/signing/collect", participant))
              .at("/reason/code")
              .asText());
      assertEquals(evidence, second.evidence(token, EVIDENCE).body());
    }
  }
}
