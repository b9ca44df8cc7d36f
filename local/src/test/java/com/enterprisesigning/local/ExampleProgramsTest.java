package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The programs of {@code docs/integrate.md}, unchanged, against their own local run. The lock keeps
 * two tests from signing as the same person at once. The programs mostly wait for the person, so
 * they run beside other tests.
 */
@Tag("thorough")
@Execution(ExecutionMode.CONCURRENT)
class ExampleProgramsTest {
  private static final Path EXAMPLES = Path.of("..", "docs", "examples").toAbsolutePath();
  private static final String SIGNE = "188001019804";
  private static final String ANNIKA_CANCELS = "188106089835";
  private static RunningLocally run;
  @TempDir private Path directory;

  /** A program, the tool that runs it, and a command that checks the tool's version. */
  enum Example {
    NODE(
        "sign.mjs", "node", "node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'"),
    PYTHON("sign.py", "python3", "python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))'");

    private final String file;
    private final String tool;
    private final String isNewEnough;

    Example(String file, String tool, String isNewEnough) {
      this.file = file;
      this.tool = tool;
      this.isNewEnough = isNewEnough;
    }
  }

  private record Ended(int status, List<String> printed) {}

  @BeforeAll
  static void start() throws Exception {
    run = RunningLocally.start(new CoreWiring(Clock.systemUTC()), Map.of());
  }

  @AfterAll
  static void stop() {
    run.close();
  }

  private Ended run(Example example, String signer) throws Exception {
    Process check =
        new ProcessBuilder("sh", "-c", example.isNewEnough).redirectErrorStream(true).start();
    boolean isThere = check.waitFor() == 0;
    assumeTrue(
        isThere,
        "SKIPPED: docs/examples/%s was not tested, because %s is missing or too old"
            .formatted(example.file, example.tool));
    ProcessBuilder program =
        new ProcessBuilder(example.tool, EXAMPLES.resolve(example.file).toString())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed.txt").toFile());
    program.environment().put("API", run.url().toString());
    program.environment().put("SIGNER", signer);
    Process process = program.start();
    try {
      assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it ended");
      return new Ended(process.exitValue(), Files.readAllLines(directory.resolve("printed.txt")));
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @EnumSource(Example.class)
  @ResourceLock(SIGNE)
  void program_keepsTheEvidence_whenThePersonSigns(Example example) throws Exception {
    Ended ended = run(example, SIGNE);

    assertEquals(0, ended.status(), ended.printed().toString());
    assertTrue(ended.printed().getLast().contains("Signe Signerar signed at"), ended.toString());
    JsonNode evidence = new ObjectMapper().readTree(directory.resolve("evidence.json").toFile());
    assertTrue(evidence.path("verified").asBoolean(), "verified");
    assertEquals("I borrow 100 kronor.", evidence.path("user_visible_data").asText());
  }

  @ParameterizedTest
  @EnumSource(Example.class)
  @ResourceLock(ANNIKA_CANCELS)
  void program_printsBankIdsMessage_whenThePersonCancels(Example example) throws Exception {
    Ended ended = run(example, ANNIKA_CANCELS);

    assertEquals(1, ended.status(), ended.printed().toString());
    assertEquals("The action was cancelled.", ended.printed().getLast());
    assertFalse(Files.exists(directory.resolve("evidence.json")), "evidence");
  }
}
