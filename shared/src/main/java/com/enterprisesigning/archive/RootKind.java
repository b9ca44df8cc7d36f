package com.enterprisesigning.archive;

import com.enterprisesigning.evidence.SignatureRoots;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** What the root of a signature makes it worth. */
public enum RootKind {
  /** BankID's production root. */
  PRODUCTION,
  /** BankID's test root: anybody can have a test BankID. */
  TEST,
  /** Any other root, which only a sandbox trusts. */
  SANDBOX,
  /** The certificates lead to no root that the service trusts. */
  NONE;

  /** Recognizes BankID's roots by their published key identifiers. */
  public static RootKind of(Optional<X509Certificate> root) {
    return root.map(SignatureRoots::keyIdentifier)
        .map(identifier ->
            switch (identifier) {
              case SignatureRoots.PRODUCTION_KEY_IDENTIFIER -> PRODUCTION;
              case SignatureRoots.TEST_KEY_IDENTIFIER -> TEST;
              default -> SANDBOX;
            })
        .orElse(NONE);
  }
}
