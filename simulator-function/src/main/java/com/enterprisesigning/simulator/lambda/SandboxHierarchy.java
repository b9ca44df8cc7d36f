package com.enterprisesigning.simulator.lambda;

import com.enterprisesigning.simulator.certificate.SignatureHierarchy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The certificate hierarchy of every sandbox stack. It is fixed and its keys are public, so that a
 * stack needs no secret. A signature under it proves nothing.
 */
final class SandboxHierarchy {
  static final String FILE = "sandbox-not-bankid.p12";

  /** The passphrase of a file that anyone may read. */
  static final String PASSPHRASE = "sandbox";

  private SandboxHierarchy() {}

  /** Returns the hierarchy whose root the functions trust in a sandbox. */
  static SignatureHierarchy read() {
    try (InputStream pkcs12 = SandboxHierarchy.class.getResourceAsStream(FILE)) {
      return SignatureHierarchy.fromPkcs12(pkcs12.readAllBytes(), PASSPHRASE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
