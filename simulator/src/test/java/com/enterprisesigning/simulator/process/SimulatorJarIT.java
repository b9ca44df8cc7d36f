package com.enterprisesigning.simulator.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar simulator.jar}, as the developer of a BankID client starts it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SimulatorJarIT {
  private static final String READY = "\nReady: ";

  @TempDir private Path directory;

  @Test
  void theJar_acceptsAnOrder_withThePemFilesItWrote_andStopsAtSigterm() throws Exception {
    try (SimulatorProcess process =
        SimulatorProcess.start(
            Map.of("PORT", "0", "CERTIFICATES_DIR", directory.toString()),
            List.of("-jar", System.getProperty("simulator.jar")))) {
      String printed = process.untilReady();

      assertEquals(200, sign(printed.substring(printed.indexOf(READY) + READY.length())));

      process.terminate();
      assertEquals(SimulatorProcess.ENDED_BY_SIGTERM, process.exitCode());
    }
  }

  private int sign(String url) throws Exception {
    HttpRequest sign =
        HttpRequest.newBuilder(URI.create(url + "/sign"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    """
                    {"endUserIp": "198.51.100.7", "userVisibleData": "SSBhZ3JlZS4="}\
                    """))
            .build();
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(new PemFiles(directory).mutualTls("client")).build()) {
      return client.send(sign, BodyHandlers.discarding()).statusCode();
    }
  }
}
