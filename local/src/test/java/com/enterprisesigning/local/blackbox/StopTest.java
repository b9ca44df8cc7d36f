package com.enterprisesigning.local.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
}
