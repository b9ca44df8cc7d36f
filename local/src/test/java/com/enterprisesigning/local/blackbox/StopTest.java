package com.enterprisesigning.local.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The end of a local run. */
@Tag("thorough")
@ExtendWith(SharedRuns.class)
class StopTest {
  private final Runs runs;

  StopTest(Runs runs) {
    this.runs = runs;
  }

  @Test
  void sigterm_endsTheRunAtOnce_andFreesItsPorts() throws Exception {
    try (RunProcess run = runs.start(Map.of())) {
      URI url = run.url();
      URI dynamoDb =
          URI.create(
              new Phone(runs.wire(), url)
                  .get("/sandbox/join")
                  .at("/settings/AWS_ENDPOINT_URL_DYNAMODB")
                  .asText());
      RunProcess.Ended ended = run.terminate();
      assertTrue(ended.after().compareTo(Duration.ofSeconds(2)) < 0, ended.toString());
      assertEquals(0, ended.status());
      for (int port : new int[] {url.getPort(), dynamoDb.getPort()}) {
        try (ServerSocket freed = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
          assertEquals(port, freed.getLocalPort());
        }
      }
    }
  }

  @Test
  void nextRun_deletesWhatAKilledRunLeft_butNothingOfALiveRun(@TempDir Path temporary)
      throws Exception {
    try (RunProcess live = RunProcess.launch(Map.of(), temporary);
        RunProcess killed = RunProcess.launch(Map.of(), temporary)) {
      live.url();
      killed.url();
      assertEquals(2, entries(temporary));
      killed.kill();
      try (RunProcess next = RunProcess.launch(Map.of(), temporary)) {
        next.url();
        assertEquals(2, entries(temporary));
        assertEquals(0, next.terminate().status());
      }
      assertEquals(1, entries(temporary));
      assertEquals(0, live.terminate().status());
      assertEquals(0, entries(temporary));
    }
  }

  private static long entries(Path directory) throws Exception {
    try (var entries = Files.list(directory)) {
      return entries.count();
    }
  }
}
