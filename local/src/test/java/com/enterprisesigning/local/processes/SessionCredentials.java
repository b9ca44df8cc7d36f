package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.LoopbackServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Where Lambda gives a function its role's credentials, as it does with SnapStart. */
final class SessionCredentials implements AutoCloseable {
  private final LoopbackServer server = LoopbackServer.bind(0, "the credentials' endpoint");
  private volatile String session = "first";

  SessionCredentials() throws IOException {
    server.mount("/", exchange -> Answer.json(200, credentials()).send(exchange));
    server.start();
  }

  /** From now on others are given. */
  void renew() {
    session = "second";
  }

  /** Of the session whose credentials are given now. */
  String token() {
    return "session-token-of-the-" + session + "-session";
  }

  /** Of the same session. */
  String secretKey() {
    return "secret-key-of-the-" + session + "-session";
  }

  Map<String, String> environment() {
    return Map.of(
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        server.url() + "/",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        "local");
  }

  private String credentials() {
    return "{\"AccessKeyId\":\"local\",\"SecretAccessKey\":\"%s\",\"Token\":\"%s\",\"Expiration\":\"%s\"}"
        .formatted(secretKey(), token(), Instant.now().plus(Duration.ofHours(6)));
  }

  @Override
  public void close() {
    server.close();
  }
}
