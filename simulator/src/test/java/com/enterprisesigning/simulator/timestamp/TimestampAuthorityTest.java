package com.enterprisesigning.simulator.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL makes the requests, and judges the time stamps. */
class TimestampAuthorityTest {
  private static final String REQUEST = "application/timestamp-query";

  @TempDir Path directory;

  private final TimestampAuthority authority = new TimestampAuthority(Clock.systemUTC());
  private HttpServer server;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    boolean isThere = new ProcessBuilder("sh", "-c", "command -v openssl").start().waitFor() == 0;
    assumeTrue(isThere, "SKIPPED: openssl is missing (apt-get install openssl)");
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 4);
    server.createContext("/", authority);
    server.start();
    Files.writeString(directory.resolve("data.txt"), "stamped");
    Files.writeString(directory.resolve("root.pem"), authority.rootPem());
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void timeStamp_isVerifiedByOpenssl_withItsRequest() throws Exception {
    stamp("-sha256", "-cert");

    assertVerifies("-queryfile", "request.tsq");
  }

  @Test
  void timeStamp_isVerifiedByOpenssl_withTheDataAlone() throws Exception {
    stamp("-sha512", "-cert");

    assertVerifies("-data", "data.txt");
  }

  @Test
  void timeStamp_isNotOfOtherData() throws Exception {
    stamp("-sha256", "-cert");
    Files.writeString(directory.resolve("data.txt"), "stamped otherwise");

    String printed =
        openssl("ts", "-verify", "-data", "data.txt", "-in", "reply.tsr", "-CAfile", "root.pem");

    assertTrue(printed.contains("message imprint mismatch"), printed);
  }

  @Test
  void timeStamp_doesNotLeadToTheRootOfAnotherAuthority() throws Exception {
    stamp("-sha256", "-cert");
    Files.writeString(
        directory.resolve("root.pem"), new TimestampAuthority(Clock.systemUTC()).rootPem());

    String printed =
        openssl("ts", "-verify", "-data", "data.txt", "-in", "reply.tsr", "-CAfile", "root.pem");

    assertTrue(printed.contains("Verification: FAILED"), printed);
  }

  @Test
  void request_isRejected_withSha1() throws Exception {
    stamp("-sha1", "-cert");

    String printed = openssl("ts", "-reply", "-in", "reply.tsr", "-text");

    assertTrue(printed.contains("Status: Rejected."), printed);
  }

  @Test
  void body_isRefused_thatIsNoRequest() throws Exception {
    assertEquals(400, post("hello".getBytes(UTF_8), REQUEST).statusCode());
  }

  @Test
  void body_isRefused_ofAnotherType() throws Exception {
    openssl("ts", "-query", "-data", "data.txt", "-sha256", "-out", "request.tsq");
    byte[] request = Files.readAllBytes(directory.resolve("request.tsq"));

    assertEquals(400, post(request, "application/octet-stream").statusCode());
  }

  private void stamp(String... options) throws Exception {
    List<String> query =
        new ArrayList<>(List.of("ts", "-query", "-data", "data.txt", "-out", "request.tsq"));
    query.addAll(Arrays.asList(options));
    openssl(query.toArray(String[]::new));
    HttpResponse<byte[]> reply =
        post(Files.readAllBytes(directory.resolve("request.tsq")), REQUEST);
    assertEquals(200, reply.statusCode());
    assertEquals(
        "application/timestamp-reply", reply.headers().firstValue("Content-Type").orElseThrow());
    Files.write(directory.resolve("reply.tsr"), reply.body());
  }

  private HttpResponse<byte[]> post(byte[] body, String type)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
              .header("Content-Type", type)
              .POST(BodyPublishers.ofByteArray(body))
              .build(),
          BodyHandlers.ofByteArray());
    }
  }

  private void assertVerifies(String how, String file) throws Exception {
    String printed = openssl("ts", "-verify", how, file, "-in", "reply.tsr", "-CAfile", "root.pem");

    assertTrue(printed.contains("Verification: OK"), printed);
  }

  private String openssl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(Arrays.asList(arguments));
    Process openssl =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    openssl.getOutputStream().close();
    String printed = new String(openssl.getInputStream().readAllBytes(), UTF_8);
    assertTrue(openssl.waitFor(60, TimeUnit.SECONDS), "openssl ended");
    return printed;
  }
}
