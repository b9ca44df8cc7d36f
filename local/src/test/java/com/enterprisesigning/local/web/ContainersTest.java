package com.enterprisesigning.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is served at the containers' address. */
class ContainersTest {
  private static final String KEY = "LOCAL0123";
  private static final Containers BRIDGE = at("172.17.0.1", 16);
  private static final InetAddress CONTAINER = InetAddress.ofLiteral("172.17.0.2");

  private static Containers at(String address, int prefixLength) {
    return new Containers(InetAddress.ofLiteral(address), prefixLength, KEY);
  }

  private static String signedBy(String keyId) {
    return "AWS4-HMAC-SHA256 Credential="
        + keyId
        + "/20260301/eu-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0f0e";
  }

  @ParameterizedTest
  @CsvSource({
    "172.17.0.1, 16, 172.17.0.1, true",
    "172.17.0.1, 16, 172.17.255.254, true",
    "172.17.0.1, 16, 172.18.0.2, false",
    "172.17.0.1, 16, 192.168.1.20, false",
    "192.168.215.129, 25, 192.168.215.130, true",
    "192.168.215.129, 25, 192.168.215.2, false",
    "172.17.0.1, 16, ::1, false",
    "fd00::1, 64, fd00::2, true",
    "fd00::1, 64, fd00:0:0:1::2, false",
  })
  void neighbour_isOnTheSameNetwork(
      String address, int prefixLength, String caller, boolean neighbour) {
    assertEquals(neighbour, at(address, prefixLength).isNeighbour(InetAddress.ofLiteral(caller)));
  }

  @Test
  void key_isAccepted_onlyFromNeighbours() {
    assertEquals(Optional.empty(), BRIDGE.refusal(CONTAINER, signedBy(KEY)));
    assertEquals(
        403,
        BRIDGE
            .refusal(InetAddress.ofLiteral("192.168.1.20"), signedBy(KEY))
            .orElseThrow()
            .status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "LOCAL012", "LOCAL01234", "local0123", "ÖPPNA"})
  void otherKey_isRefused(String keyId) {
    assertTrue(BRIDGE.refusal(CONTAINER, signedBy(keyId)).isPresent());
  }

  @Test
  void callWithoutAKey_isRefused() {
    assertTrue(BRIDGE.refusal(CONTAINER, null).isPresent());
    assertTrue(BRIDGE.refusal(CONTAINER, "").isPresent());
    assertTrue(BRIDGE.refusal(CONTAINER, "Bearer " + KEY).isPresent());
  }

  @Test
  void run_hasItsOwnKey_andDoesNotShowIt() throws Exception {
    Containers one = Containers.at(SecondLoopback.ADDRESS);
    Containers other = Containers.at(SecondLoopback.ADDRESS);
    assertNotEquals(one.keyId(), other.keyId());
    assertFalse(one.toString().contains(one.keyId()), one.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7", "0.0.0.0", "2001:db8::1"})
  void addressOfAnotherMachine_isRefused_withWhatToSet(String address) {
    IOException refused =
        assertThrows(IOException.class, () -> Containers.at(InetAddress.ofLiteral(address)));
    assertTrue(refused.getMessage().contains("Set true"), refused.getMessage());
  }

  @Test
  void server_requiresTheKey_onlyAtTheContainersAddress() throws Exception {
    SecondLoopback.assumeBindable();
    Containers containers = Containers.at(SecondLoopback.ADDRESS);
    try (LoopbackServer server = LoopbackServer.bind(0, "SQS", Callers.with(containers))) {
      server.mount("/", exchange -> Answer.json(200, "{}").send(exchange));
      server.start();
      assertEquals(200, status("127.0.0.1", server.port(), "none"));
      assertEquals(403, status(SecondLoopback.NAME, server.port(), "none"));
      assertEquals(200, status(SecondLoopback.NAME, server.port(), signedBy(containers.keyId())));
    }
  }

  @Test
  void server_listensOnlyOnLoopback_withoutContainers() throws Exception {
    SecondLoopback.assumeBindable();
    try (LoopbackServer server = LoopbackServer.bind(0, "SQS")) {
      server.start();
      assertThrows(
          ConnectException.class, () -> status(SecondLoopback.NAME, server.port(), signedBy(KEY)));
    }
  }

  private static int status(String host, int port, String authorization) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create("http://" + host + ":" + port))
                  .header("Authorization", authorization)
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
