package com.enterprisesigning.simulator.process;

import com.enterprisesigning.simulator.Simulator;
import com.enterprisesigning.simulator.role.Role;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The text that a simulator prints once it accepts calls. The last line begins with {@code Ready:}.
 */
final class StartText {
  private StartText() {}

  static String of(Simulator simulator, Path certificates) {
    String url = simulator.rpUrl().toString();
    return """
    A simulated BankID is running at %1$s
    Give your BankID client these files in %2$s:
      server root (TLS)    tls-root.pem
      client certificate   client.pem and client-key.pem, or client.p12 with passphrase %3$s
      signature root       signature-root.pem
    Other clients:         client2.* cannot see the orders of client.*; blocked.* gets 403
    All roles:             curl --cacert %2$s/tls-root.pem %4$s/roles
    Every order so far:    curl --cacert %2$s/tls-root.pem %4$s/orders
    For any other personal number, play the phone yourself: POST %4$s/phone/...
    Roles:
    %5$s
    Ready: %1$s
    """
        .formatted(
            url,
            certificates,
            simulator.clientCertificate().passphrase(),
            simulator.rpUrl().resolve("/sandbox"),
            simulator.roles().all().stream()
                .map(StartText::line)
                .collect(Collectors.joining("\n")));
  }

  private static String line(Role role) {
    return "  %s  %-24s %s"
        .formatted(
            role.person().personalNumber().digits(), role.person().name(), role.description());
  }
}
