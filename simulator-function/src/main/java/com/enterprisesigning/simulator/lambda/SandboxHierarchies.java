package com.enterprisesigning.simulator.lambda;

import com.enterprisesigning.simulator.certificate.SignatureHierarchy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The certificate hierarchies of every sandbox stack. They are fixed and their keys are public, so
 * that a stack needs no secret. A signature under them proves nothing.
 */
final class SandboxHierarchies {
  static final String GENUINE = "sandbox-not-bankid.p12";
  static final String COUNTERFEIT = "sandbox-not-bankid-counterfeit.p12";

  /** The passphrase of files that anyone may read. */
  static final String PASSPHRASE = "sandbox";

  private SandboxHierarchies() {}

  /** Returns the hierarchy of the root that the functions trust in a sandbox. */
  static SignatureHierarchy genuine() {
    return read(GENUINE);
  }

  /** Returns another hierarchy with the same names, which no one trusts. */
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
