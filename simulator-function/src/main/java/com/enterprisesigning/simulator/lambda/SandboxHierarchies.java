package com.enterprisesigning.simulator.lambda;

import com.enterprisesigning.simulator.certificate.SignatureHierarchy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The hierarchies of every sandbox stack: fixed, and their keys open to all, so that a stack needs
 * no secret. What is signed under them proves nothing.
 */
final class SandboxHierarchies {
  static final String GENUINE = "sandbox-not-bankid.p12";
  static final String COUNTERFEIT = "sandbox-not-bankid-counterfeit.p12";

  /** Of files that anybody may read. */
  static final String PASSPHRASE = "sandbox";

  private SandboxHierarchies() {}

  /** That of the root which the functions trust in a sandbox. */
  static SignatureHierarchy genuine() {
    return read(GENUINE);
  }

  /** Another of the same names, which nobody trusts. */
  static SignatureHierarchy counterfeit() {
    return read(COUNTERFEIT);
  }

  private static SignatureHierarchy read(String name) {
    try (InputStream pkcs12 = SandboxHierarchies.class.getResourceAsStream(name)) {
      return SignatureHierarchy.fromPkcs12(pkcs12.readAllBytes(), PASSPHRASE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
