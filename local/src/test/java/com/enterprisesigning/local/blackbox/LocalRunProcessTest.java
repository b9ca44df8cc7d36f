package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.web.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A local run as the process that Maven starts. */
@Tag("thorough")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalRunProcessTest {
  private static final Pattern PERSONAL_NUMBER =
      Pattern.compile("(?<![0-9a-f-])18[0-9]{10}(?![0-9])");

  private final Wire wire = new Wire();
  private final List<RunProcess> launched = new ArrayList<>();

  /** Where runs keep the copies of their class path. */
  @TempDir private Path temporary;

  @AfterEach
  void stop() {
    launched.forEach(RunProcess::close);
    wire.close();
  }

  private RunProcess launch(Map<String, String> environment) throws Exception {
    RunProcess run = RunProcess.launch(environment, temporary);
    launched.add(run);
    return run;
  }

  /** Returns the class path copies that runs have not deleted. */
  private List<Path> copies() throws IOException {
    try (var files = Files.list(temporary)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("enterprise-signing-"))
          .toList();
    }
  }

  private int status(URI url) throws Exception {
    return wire.send(DEMO.address(), HttpRequest.newBuilder(url)).statusCode();
  }

  @Test
  void sigterm_endsItCleanly_freesThePort_andLeavesNoCopyBehind() throws Exception {
    RunProcess run = launch(Map.of());
    int port = run.url().getPort();
    assertFalse(copies().isEmpty());
    assertEquals(0, run.terminate().status());
    assertTrue(copies().isEmpty(), copies().toString());
    try (LoopbackServer again = LoopbackServer.bind(port, "a test")) {
      assertEquals(port, again.port());
    }
  }

  @Test
  void twoAtTheSameMoment_bothServe() throws Exception {
    RunProcess one = launch(Map.of());
    RunProcess two = launch(Map.of());
    assertNotEquals(one.url(), two.url());
    assertEquals(200, status(one.url().resolve("/docs")));
    assertEquals(200, status(two.url().resolve("/docs")));
  }

  @Test
  void killedRun_leavesTheOtherServing() throws Exception {
    URI first = launch(Map.of()).url();
    RunProcess second = launch(Map.of("JOIN", first.toString()));
    second.url();
    second.kill();
    assertEquals(200, status(first.resolve("/sandbox/roles")));
  }

  @Test
  void roles_arePrintedBeforeReady_andNoPersonalNumberAfterIt() throws Exception {
    RunProcess run = launch(Map.of());
    meetConflict(new Api(wire, List.of(run.url()), new Semaphore(1)));
    run.terminate();
    String ever = String.join("\n", run.printedEver());
    String after = String.join("\n", run.printed());
    assertTrue(PERSONAL_NUMBER.matcher(ever).find(), "no roles");
    assertTrue(after.contains("Call answered"), after);
    assertFalse(PERSONAL_NUMBER.matcher(after).find(), "a personal number");
  }

  @Test
  void console_hasALineForEachCall_andTheJsonLogIsInTheFileThatItNames() throws Exception {
    RunProcess run = launch(Map.of("LOG", "file"));
    meetConflict(new Api(wire, List.of(run.url()), new Semaphore(1)));
    run.terminate();
    assertTrue(run.printedEver().stream().noneMatch(line -> line.startsWith("{")));
    assertTrue(
        run.printed().stream()
            .anyMatch(line ->
                line.matches(
                    "[0-9:]{8}  POST +/signing/start +409  RFA4_SIGNING_IN_PROGRESS +\\d+ ms")),
        run.printed().toString());
    assertFalse(PERSONAL_NUMBER.matcher(String.join("\n", run.printed())).find());
    String log =
        run.printedEver().stream()
            .filter(line -> line.startsWith("JSON log "))
            .map(line -> line.substring("JSON log ".length()).strip())
            .findFirst()
            .orElseThrow();
    assertTrue(Files.readString(Path.of(log)).contains("Call answered"));
    Files.delete(Path.of(log));
  }

  /** Registers a participant, starts twice (a conflict), collects and cancels. */
  private static void meetConflict(Api api) throws Exception {
    String participant = api.register(DEMO, "189511239916").participant();
    api.start(DEMO, participant).is(200);
    api.start(DEMO, participant).is(409);
    api.collect(DEMO, participant);
    api.cancel(DEMO, participant);
  }

  @Test
  void malformedSetting_endsItWithOne_andSaysWhatToSet() throws Exception {
    RunProcess run = launch(Map.of("PORT", "eighty"));
    assertEquals(1, run.exitStatus());
    String printed = String.join("\n", run.printedEver());
    assertTrue(printed.contains("Set a number"), printed);
  }
}
