package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.LoopbackServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The endpoint at which Lambda gives a function its role's credentials, as with SnapStart. */
final class SessionCredentials implements AutoCloseable {
  private final LoopbackServer server = LoopbackServer.bind(0, "the credentials' endpoint");
  private volatile String session = "first";

  SessionCredentials() throws IOException {
    server.mount("/", exchange -> Answer.json(200, credentials()).send(exchange));
    server.start();
  }

  /** Gives the credentials of a new session from now on. */
  void renew() {
    session = "second";
  }

  /** Returns the token of the current session. */
  String token() {
    return "session-token-of-the-" + session + "-session";
  }

  Map<String, String> environment() {
    return Map.of(
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        server.url() + "/",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        "local");
  }

  private String credentials() {
    return "{\"AccessKeyId\":\"local\",\"SecretAccessKey\":\"local\",\"Token\":\"%s\",\"Expiration\":\"%s\"}"
        .formatted(token(), Instant.now().plus(Duration.ofHours(6)));
  }

  @Override
  public void close() {
    server.close();
  }
}
