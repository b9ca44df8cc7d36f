package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.simulator.order.SecondOrder;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the environment configures a run: {@code docs/sandbox.md#the-local-run}. */
class LocalSettingsTest {

  private static List<Integer> ports(Map<String, String> environment) {
    LocalSettings settings = LocalSettings.from(environment);
    return List.of(
        settings.port(),
        settings.dynamoDbPort(),
        settings.secretsPort(),
        settings.simulatorPort(),
        settings.timestampPort(),
        settings.queuePort());
  }

  @Test
  void emptyEnvironment_usesTheFixedPorts() {
    assertEquals(List.of(8080, 8000, 8003, 8443, 8444, 9324), ports(Map.of()));
  }

  @Test
  void portZero_usesAnyFreePorts() {
    assertEquals(List.of(0, 0, 0, 0, 0, 0), ports(Map.of("PORT", "0")));
  }

  @Test
  void otherPort_movesOnlyTheGateway() {
    assertEquals(List.of(9000, 8000, 8003, 8443, 8444, 9324), ports(Map.of("PORT", "9000")));
  }

  @Test
  void joinWithoutPort_usesAnyFreePort() {
    assertEquals(0, LocalSettings.from(Map.of("JOIN", "http://127.0.0.1:8080/")).port());
  }

  @Test
  void durations_arePassedToTheFunctions() {
    LocalSettings settings =
        LocalSettings.from(Map.of("PHONE_BLOCK_SECONDS", "5", "BANKID_URL", "https://x"));
    assertEquals(Map.of("PHONE_BLOCK_SECONDS", "5"), settings.functions());
  }

  @Test
  void jsonLog_goesToAFile_unlessTheConsoleIsChosen() {
    assertFalse(LocalSettings.from(Map.of()).jsonOnConsole());
    assertFalse(LocalSettings.from(Map.of("LOG", "file")).jsonOnConsole());
    assertTrue(LocalSettings.from(Map.of("LOG", "console")).jsonOnConsole());
  }

  @Test
  void malformedLog_isRefused_withWhatToSet() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> LocalSettings.from(Map.of("LOG", "stdout")));
    assertTrue(refused.getMessage().endsWith("Set file or console."), refused.getMessage());
  }

  @Test
  void malformedPort_isRefused_withWhatToSet() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> LocalSettings.from(Map.of("PORT", "65536")));
    assertTrue(refused.getMessage().contains("from 1 to 65535, or 0"), refused.getMessage());
  }

  @Test
  void secondOrder_endsBoth_unlessSetOtherwise() {
    assertEquals(SecondOrder.ENDS_BOTH, LocalSettings.from(Map.of()).secondOrder());
    assertEquals(
        SecondOrder.RUNS_BESIDE,
        LocalSettings.from(Map.of("SECOND_ORDER", "RUNS_BESIDE")).secondOrder());
  }

  @Test
  void malformedSecondOrder_isRefused_withWhatToSet() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> LocalSettings.from(Map.of("SECOND_ORDER", "both")));
    assertTrue(refused.getMessage().contains("ENDS_BOTH or RUNS_BESIDE"), refused.getMessage());
  }

  @Test
  void malformedJoin_isRefused_withWhatToSet() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> LocalSettings.from(Map.of("JOIN", "yes")));
    assertTrue(refused.getMessage().contains("http://127.0.0.1:8080"), refused.getMessage());
  }

  @Test
  void containers_areServed_atTheBridgeOrAtTheSetAddress() {
    assertFalse(LocalSettings.from(Map.of()).containers());
    assertFalse(LocalSettings.from(Map.of("CONTAINERS", "false")).containers());
    LocalSettings bridge = LocalSettings.from(Map.of("CONTAINERS", "true"));
    assertTrue(bridge.containers());
    assertEquals(Optional.empty(), bridge.containersAddress());
    LocalSettings given = LocalSettings.from(Map.of("CONTAINERS", "192.168.65.1"));
    assertTrue(given.containers());
    assertEquals(Optional.of(InetAddress.ofLiteral("192.168.65.1")), given.containersAddress());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "docker0", "host.docker.internal", "172.17.0.1/16"})
  void malformedContainers_isRefused_withWhatToSet(String value) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> LocalSettings.from(Map.of("CONTAINERS", value)));
    assertTrue(refused.getMessage().contains("Set true, or an IP"), refused.getMessage());
  }

  @Test
  void loopbackAddress_isRefused_forContainers() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> LocalSettings.from(Map.of("CONTAINERS", "127.0.0.1")));
    assertTrue(refused.getMessage().contains("listens anyway"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "172.17.0.1"})
  void containers_requireTheFixedPorts(String value) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> LocalSettings.from(Map.of("CONTAINERS", value, "PORT", "0")));
    assertTrue(refused.getMessage().contains("Leave out PORT=0"), refused.getMessage());
  }

  @Test
  void containers_areRefused_whenARunJoinsAnother() {
    assertThrows(
        IllegalArgumentException.class,
        () -> LocalSettings.from(Map.of("CONTAINERS", "true", "JOIN", "http://127.0.0.1:8080")));
  }
}
