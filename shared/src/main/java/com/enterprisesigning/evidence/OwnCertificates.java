package com.enterprisesigning.evidence;

import java.util.Optional;
import java.util.function.Predicate;
import javax.security.auth.x500.X500Principal;

/** Knows the certificates by which BankID recognizes this relying party. */
@FunctionalInterface
public interface OwnCertificates {

  /**
   * Returns whether the subject of the current or the previous certificate matches. Empty if
   * neither in memory matches and they cannot be read.
   */
  Optional<Boolean> anySubject(Predicate<X500Principal> matching);
}
