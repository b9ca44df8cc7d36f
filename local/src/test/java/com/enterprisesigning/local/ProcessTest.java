package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.local.web.LoopbackServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A local run as the process that Maven starts. */
@Tag("thorough")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProcessTest {
  @TempDir private Path temporary;
  private LocalProcesses processes;

  @BeforeEach
  void prepare() {
    processes = new LocalProcesses(temporary);
  }

  @AfterEach
  void stop() {
    processes.close();
  }

  @Test
  void sigterm_endsTheRunCleanly_freesThePort_andLeavesNoCopyBehind() throws Exception {
    LocalProcesses.Running run = processes.start();
    int port = run.readyUrl().getPort();
    assertFalse(processes.copies().isEmpty());
    assertEquals(0, run.terminate());
    assertTrue(processes.copies().isEmpty(), processes.copies().toString());
    try (LoopbackServer again = LoopbackServer.bind(port, "a test")) {
      assertEquals(port, again.port());
    }
  }

  @Test
  void twoRunsStartedTogether_bothServe() throws Exception {
    LocalProcesses.Running one = processes.start();
    LocalProcesses.Running two = processes.start();
    URI first = one.readyUrl();
    URI second = two.readyUrl();
    assertFalse(first.equals(second));
    assertEquals(200, processes.status(first.resolve("/docs")));
    assertEquals(200, processes.status(second.resolve("/docs")));
  }

  @Test
  void killedRun_leavesTheOtherServing() throws Exception {
    LocalProcesses.Running first = processes.start();
    URI url = first.readyUrl();
    LocalProcesses.Running second = processes.start("JOIN", url.toString());
    second.readyUrl();
    second.kill();
    assertEquals(200, processes.status(url.resolve("/sandbox/roles")));
  }

  @Test
  void roles_arePrintedBeforeReady_andNoPersonalNumberAfterwards() throws Exception {
    LocalProcesses.Running run = processes.start();
    URI url = run.readyUrl();
    assertTrue(LocalProcesses.PERSONAL_NUMBER.matcher(run.printed()).find(), "no roles");
    int before = run.printed().length();
    processes.meetConflict(url);
    run.terminate();
    String after = run.printed().substring(before);
    assertTrue(after.contains("Call answered"), after);
    assertFalse(LocalProcesses.PERSONAL_NUMBER.matcher(after).find(), "a personal number");
  }

  @Test
  void malformedSetting_exitsWithOne_andSaysWhatToSet() throws Exception {
    LocalProcesses.Running run = processes.start("PORT", "eighty");
    assertEquals(1, run.exitCode());
    assertTrue(run.printed().contains("Set a number"), run.printed());
  }
}
