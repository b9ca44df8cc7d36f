package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.secrets.SecretReferences;
import com.enterprisesigning.simulator.certificate.SignatureHierarchy;
import com.enterprisesigning.simulator.lambda.SimulatorHandler;
import java.io.InputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The root that the functions trust in a sandbox stack is the one that the simulator's function
 * signs under.
 */
class SandboxRootTest {
  private static final String TRUSTED =
      "classpath:com/enterprisesigning/sandbox/signature-root.pem";

  @Test
  void theFunctions_trustTheRootOfTheSimulatorsFunction_andNoOther() throws Exception {
    String pem =
        new SecretReferences(
                () -> {
                  throw new IllegalStateException("the root is a resource");
                })
            .read(TRUSTED);

    assertEquals(Set.of(simulators().root()), SignatureRoots.forSandbox(pem).certificates());
  }

  private static SignatureHierarchy simulators() throws Exception {
    try (InputStream keys = SimulatorHandler.class.getResourceAsStream("sandbox-not-bankid.p12")) {
      return SignatureHierarchy.fromPkcs12(keys.readAllBytes(), "sandbox");
    }
  }
}
