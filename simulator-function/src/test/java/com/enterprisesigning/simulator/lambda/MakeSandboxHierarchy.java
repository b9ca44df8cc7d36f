package com.enterprisesigning.simulator.lambda;

import com.enterprisesigning.simulator.certificate.Pem;
import com.enterprisesigning.simulator.certificate.SignatureHierarchy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Makes the hierarchy of sandbox stacks. The committed one is valid until 2056. Running it again
 * makes a new one, and then every stack needs a simulator and functions from the same build. Run it
 * from the repository's root, after {@code ./mvnw package}:
 *
 * <pre>
 * java -cp simulator-function/target/simulator-function.jar:simulator-function/target/test-classes \
 *   com.enterprisesigning.simulator.lambda.MakeSandboxHierarchy
 * </pre>
 */
final class MakeSandboxHierarchy {
  private static final String ORGANIZATION = ", O=SANDBOX NOT BANKID, C=SE";

  private static final SignatureHierarchy.Names NAMES =
      new SignatureHierarchy.Names(
          "CN=SANDBOX NOT BANKID Root CA v1, O=SANDBOX NOT BANKID",
          "CN=SANDBOX NOT BANKID Bank CA v1" + ORGANIZATION,
          "CN=SANDBOX NOT BANKID Bank Customer CA1 v1" + ORGANIZATION,
          "CN=SANDBOX NOT BANKID Bank OCSP Signer" + ORGANIZATION,
          "CN=SANDBOX NOT BANKID The users' key" + ORGANIZATION);

  private static final List<String> ITERATIONS =
      List.of(
          "keystore.pkcs12.keyPbeIterationCount",
          "keystore.pkcs12.certPbeIterationCount",
          "keystore.pkcs12.macIterationCount");

  private MakeSandboxHierarchy() {}

  /** Writes the hierarchy into this module, and the root into the functions module. */
  public static void main(String[] args) throws IOException {
    // Iterations slow down guessing a passphrase, and a cold start. This passphrase is public.
    ITERATIONS.forEach(property -> System.setProperty(property, "1"));
    Instant now = Clock.systemUTC().instant();
    Path keys =
        Path.of("simulator-function/src/main/resources/com/enterprisesigning/simulator/lambda");
    Path roots = Path.of("functions/src/main/resources/com/enterprisesigning/sandbox");
    SignatureHierarchy genuine = SignatureHierarchy.create(now, NAMES);
    Files.createDirectories(keys);
    Files.createDirectories(roots);
    Files.write(keys.resolve(SandboxHierarchy.FILE), genuine.toPkcs12(SandboxHierarchy.PASSPHRASE));
    Files.writeString(roots.resolve("signature-root.pem"), Pem.of(genuine.root()));
  }
}
