package com.enterprisesigning.simulator;

import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.order.SecondOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Runs a simulator alone. Environment: {@code PORT} (default 8443, 0 for any free one), {@code
 * CERTIFICATES_DIR} (default {@code simulator-certificates}), where it writes {@code tls-root.pem},
 * {@code signature-root.pem} and {@code client.p12}, and keeps {@code simulator.p12}, from which
 * the next run takes the same certificates; {@code SECOND_ORDER}, a {@link SecondOrder} (default
 * {@code ENDS_BOTH}).
 */
public final class Main {
  private static final String PASSPHRASE = "simulator";

  private Main() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8443"));
    Path directory =
        Path.of(System.getenv().getOrDefault("CERTIFICATES_DIR", "simulator-certificates"));
    Simulator simulator =
        Simulator.start(
            new SimulatorSettings(port, Clock.systemUTC(), earlier(directory), secondOrder()));
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    write(simulator, directory);
    print(simulator, directory.toAbsolutePath());
    Thread.currentThread().join();
  }

  private static SecondOrder secondOrder() {
    return SecondOrder.valueOf(System.getenv().getOrDefault("SECOND_ORDER", "ENDS_BOTH"));
  }

  private static Optional<Certificates> earlier(Path directory) throws IOException {
    Path file = directory.resolve("simulator.p12");
    return Files.exists(file)
        ? Optional.of(Certificates.fromPkcs12(Files.readAllBytes(file), PASSPHRASE))
        : Optional.empty();
  }

  private static void write(Simulator simulator, Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("tls-root.pem"), simulator.tlsRootPem());
    Files.writeString(directory.resolve("signature-root.pem"), simulator.signatureRootPem());
    Files.write(directory.resolve("client.p12"), simulator.clientCertificate().pkcs12());
    Files.write(directory.resolve("simulator.p12"), simulator.certificates().toPkcs12(PASSPHRASE));
  }

  private static void print(Simulator simulator, Path directory) {
    String url = simulator.rpUrl().toString();
    System.out.printf(
        """
        A simulated BankID serves at %1$s
        Give your BankID client:
          server root (TLS)    %2$s/tls-root.pem
          client certificate   %2$s/client.p12, passphrase %3$s
          signature root       %2$s/signature-root.pem
        Who plays a role:      curl --cacert %2$s/tls-root.pem %4$s/sandbox/roles
        Every order so far:    curl --cacert %2$s/tls-root.pem %4$s/sandbox/orders
        Any other personal number waits for you to play the phone: POST %4$s/sandbox/phone/...
        """,
        url,
        directory,
        simulator.clientCertificate().passphrase(),
        url.substring(0, url.indexOf("/rp/")));
    System.out.println("Roles:");
    simulator
        .roles()
        .all()
        .forEach(role ->
            System.out.printf(
                "  %s  %-24s %s%n",
                role.person().personalNumber().digits(), role.person().name(), role.description()));
    System.out.println("Ready: " + url);
  }
}
