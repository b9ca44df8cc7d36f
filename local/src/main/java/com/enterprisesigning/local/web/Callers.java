package com.enterprisesigning.local.web;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may call a server of the run, and by which host names. Without the check of host names, a web
 * page could let its own name resolve to this machine, and then read and drive the run (DNS
 * rebinding).
 *
 * @param dockerDesktop whether containers of Docker Desktop call 127.0.0.1
 * @param containers the second address of this machine that containers call, if there is one
 */
public record Callers(boolean dockerDesktop, Optional<Containers> containers) {
  /** Only programs on this machine. */
  public static final Callers MACHINE = new Callers(false, Optional.empty());

  /** Programs on this machine, and containers of Docker Desktop. */
  public static final Callers DOCKER_DESKTOP = new Callers(true, Optional.empty());

  private static final Pattern MACHINE_NAME =
      Pattern.compile(
          "(127(\\.\\d{1,3}){3}|localhost|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  /** Docker resolves this name in containers. Elsewhere any DNS server could resolve it. */
  private static final Pattern CONTAINERS_NAME =
      Pattern.compile("host\\.docker\\.internal(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  /** For containers of Docker Desktop: 127.0.0.1 accepts any credentials. */
  private static final String ANY_KEY_ID = "local";

  /** Allows programs on this machine, and these containers. */
  public static Callers with(Containers containers) {
    return new Callers(false, Optional.of(containers));
  }

  /**
   * Allows programs on this machine, and containers of Docker's bridge or of Docker Desktop.
   *
   * @throws IOException if this is Linux and Docker's bridge is missing; the message says what to
   *     do
   */
  public static Callers withDocker() throws IOException {
    return withDocker(Containers.BRIDGE, System.getProperty("os.name"));
  }

  static Callers withDocker(String bridge, String os) throws IOException {
    Optional<Containers> found = Containers.on(bridge);
    if (found.isEmpty() && os.startsWith("Linux")) {
      throw new IOException(
          "CONTAINERS=true needs Docker's bridge, and this machine has no network interface "
              + bridge
              + ". Start Docker, or set CONTAINERS to the address of this machine that containers"
              + " reach: events/README.md.");
    }
    return found.map(Callers::with).orElse(DOCKER_DESKTOP);
  }

  /** Returns the {@code AWS_ACCESS_KEY_ID} for functions in containers, if they are served. */
  public Optional<String> keyId() {
    return containers
        .map(Containers::keyId)
        .or(() -> Optional.of(ANY_KEY_ID).filter(_ -> dockerDesktop));
  }

  /**
   * Checks a call.
   *
   * @param here the address of this machine that is called
   * @param host the {@code Host} header, or null
   * @param authorization the {@code Authorization} header, or null
   * @return the refusal; empty if the call is allowed
   */
  public Optional<Answer> refusal(
      InetAddress here, InetAddress caller, String host, String authorization) {
    Optional<Containers> called = containers.filter(it -> it.address().equals(here));
    boolean byContainers = dockerDesktop || called.isPresent();
    if (host != null
        && !MACHINE_NAME.matcher(host).matches()
        && !(byContainers && CONTAINERS_NAME.matcher(host).matches())) {
      return Optional.of(
          Answer.json(421, "{\"message\":\"This server does not answer to that host name.\"}"));
    }
    return called.flatMap(it -> it.refusal(caller, authorization));
  }
}
