package com.enterprisesigning.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which names a server may be called, and how containers are found. */
class CallersTest {
  private static final InetAddress MACHINE = InetAddress.ofLiteral("127.0.0.1");
  private static final String NO_BRIDGE = "no-docker0";
  private static final Callers BRIDGE =
      Callers.with(new Containers(InetAddress.ofLiteral("172.17.0.1"), 16, "LOCAL0123"));

  private static int status(Callers callers, String host) {
    return callers.refusal(MACHINE, MACHINE, host, null).map(Answer::status).orElse(200);
  }

  private static int statusAtTheBridge(String host) {
    InetAddress address = BRIDGE.containers().orElseThrow().address();
    String key = "AWS4-HMAC-SHA256 Credential=LOCAL0123/20260301/eu-north-1/any/aws4_request";
    return BRIDGE.refusal(address, address, host, key).map(Answer::status).orElse(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8000", "127.0.0.2", "localhost:8000", "LOCALHOST", "[::1]:1"})
  void machinesName_isAccepted(String host) {
    assertEquals(200, status(Callers.MACHINE, host));
    assertEquals(200, status(Callers.DOCKER_DESKTOP, host));
    assertEquals(200, status(BRIDGE, host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", ""})
  void otherName_isRefused_evenWithTheKey(String host) {
    assertEquals(421, status(Callers.MACHINE, host));
    assertEquals(421, status(Callers.DOCKER_DESKTOP, host));
    assertEquals(421, statusAtTheBridge(host));
  }

  @Test
  void containersName_isAccepted_onlyWhereContainersCall() {
    String name = "host.docker.internal:8000";
    assertEquals(421, status(Callers.MACHINE, name));
    assertEquals(200, status(Callers.DOCKER_DESKTOP, name));
    assertEquals(421, status(BRIDGE, name));
    assertEquals(200, statusAtTheBridge(name));
  }

  @Test
  void linuxWithoutABridge_isRefused_withWhatToDo() {
    IOException refused =
        assertThrows(IOException.class, () -> Callers.withDocker(NO_BRIDGE, "Linux"));
    assertTrue(
        refused.getMessage().contains("Start Docker, or set CONTAINERS to the address"),
        refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mac OS X", "Windows 11"})
  void otherSystemWithoutABridge_usesDockerDesktop(String os) throws Exception {
    assertEquals(Callers.DOCKER_DESKTOP, Callers.withDocker(NO_BRIDGE, os));
  }

  @Test
  void keyId_isTheRunsOwn_ifContainersAreServed() {
    assertEquals(Optional.empty(), Callers.MACHINE.keyId());
    assertEquals(Optional.of("local"), Callers.DOCKER_DESKTOP.keyId());
    assertEquals(Optional.of("LOCAL0123"), BRIDGE.keyId());
  }
}
