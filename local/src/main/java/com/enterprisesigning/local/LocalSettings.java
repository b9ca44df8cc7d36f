package com.enterprisesigning.local;

import com.enterprisesigning.local.web.Loopback;
import com.enterprisesigning.simulator.order.SecondOrder;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the environment configures a local run ({@code docs/sandbox.md#the-local-run}).
 *
 * @param port {@code PORT}: the gateway's port. With 0 every server takes any free port; otherwise
 *     the other servers have their well-known ports
 * @param tableDirectory {@code TABLE_DIR}: the directory that keeps the table; without it the table
 *     is in memory
 * @param join {@code JOIN}: the URL of the run that this run joins as a second gateway
 * @param containers {@code CONTAINERS}: whether functions in containers are served
 * @param containersAddress the address of this machine at which containers are served; if absent,
 *     the address of Docker's bridge
 * @param secondOrder {@code SECOND_ORDER}: what the simulator does when a person who has an order
 *     gets a second one
 * @param jsonOnConsole {@code LOG}: whether the JSON log goes to the console, and not to a file
 * @param functions the functions' settings that the environment sets, by name
 */
public record LocalSettings(
    int port,
    Optional<Path> tableDirectory,
    Optional<URI> join,
    boolean containers,
    Optional<InetAddress> containersAddress,
    SecondOrder secondOrder,
    boolean jsonOnConsole,
    Map<String, String> functions) {
  static final int DEFAULT_PORT = 8080;
  private static final int DYNAMODB_PORT = 8000;
  private static final int SECRETS_PORT = 8003;
  private static final int SIMULATOR_PORT = 8443;
  private static final int TIMESTAMP_PORT = 8444;
  private static final int QUEUE_PORT = 9324;
  private static final int MAX_PORT = 65_535;
  private static final List<String> FUNCTION_SETTINGS =
      List.of(
          "SIGNING_WINDOW_SECONDS",
          "CROSS_IP_BLOCK_SECONDS",
          "PHONE_BLOCK_SECONDS",
          "COLLECT_INTERVAL_MILLIS",
          "EVIDENCE_RETENTION_DAYS",
          "ENFORCED_STEPS",
          "FOLLOW_UP_SECONDS");

  public LocalSettings {
    functions = Map.copyOf(functions);
  }

  /**
   * Reads the environment. If {@code PORT} is not set, a joined run takes any free port, because
   * the first run has the default port.
   *
   * @throws IllegalArgumentException if a value is malformed; the message says what to write
   */
  public static LocalSettings from(Map<String, String> environment) {
    Optional<URI> join = value(environment, "JOIN").map(LocalSettings::url);
    int port =
        value(environment, "PORT")
            .map(LocalSettings::port)
            .orElse(join.isPresent() ? 0 : DEFAULT_PORT);
    Optional<String> containers =
        value(environment, "CONTAINERS").filter(it -> !it.equals("false"));
    if (containers.isPresent() && join.isPresent()) {
      throw new IllegalArgumentException(
          "CONTAINERS is a setting of the first run, whose servers this one joins. Set it there.");
    }
    if (containers.isPresent() && port == 0) {
      throw new IllegalArgumentException(
          "CONTAINERS needs the fixed ports, because events/env.json names them. Leave out PORT=0.");
    }
    Map<String, String> functions = new HashMap<>();
    for (String name : FUNCTION_SETTINGS) {
      value(environment, name).ifPresent(value -> functions.put(name, value));
    }
    return new LocalSettings(
        port,
        value(environment, "TABLE_DIR").map(Path::of),
        join,
        containers.isPresent(),
        containers.filter(it -> !it.equals("true")).map(LocalSettings::address),
        value(environment, "SECOND_ORDER")
            .map(LocalSettings::secondOrder)
            .orElse(SecondOrder.ENDS_BOTH),
        value(environment, "LOG").map(LocalSettings::jsonOnConsole).orElse(false),
        functions);
  }

  int dynamoDbPort() {
    return wellKnown(DYNAMODB_PORT);
  }

  int secretsPort() {
    return wellKnown(SECRETS_PORT);
  }

  int simulatorPort() {
    return wellKnown(SIMULATOR_PORT);
  }

  int timestampPort() {
    return wellKnown(TIMESTAMP_PORT);
  }

  int queuePort() {
    return wellKnown(QUEUE_PORT);
  }

  private int wellKnown(int other) {
    return port == 0 ? 0 : other;
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static int port(String text) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= MAX_PORT) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        "PORT=" + text + " is not a port. Set a number from 1 to 65535, or 0 for any free port.");
  }

  private static InetAddress address(String text) {
    InetAddress address;
    try {
      address = InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "CONTAINERS=" + text + " is not a choice. Set true, or an IP address of this machine.",
          e);
    }
    if (address.equals(Loopback.address(0).getAddress())) {
      throw new IllegalArgumentException(
          "CONTAINERS="
              + text
              + " is where the local run listens anyway. Set true, or the address that containers"
              + " reach.");
    }
    return address;
  }

  private static SecondOrder secondOrder(String text) {
    return Arrays.stream(SecondOrder.values())
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "SECOND_ORDER=" + text + " is not a choice. Set ENDS_BOTH or RUNS_BESIDE."));
  }

  private static boolean jsonOnConsole(String text) {
    return switch (text) {
      case "console" -> true;
      case "file" -> false;
      default ->
          throw new IllegalArgumentException(
              "LOG=" + text + " is not a choice. Set file or console.");
    };
  }

  private static URI url(String text) {
    if (text.matches("http://[A-Za-z0-9.-]+(:\\d{1,5})?/?")) {
      return URI.create(text.replaceAll("/$", ""));
    }
    throw new IllegalArgumentException(
        "JOIN="
            + text
            + " is not the URL of a local run. Set the one after its `Ready:`, such as"
            + " http://127.0.0.1:8080.");
  }
}
