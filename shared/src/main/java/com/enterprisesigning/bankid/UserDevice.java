package com.enterprisesigning.bankid;

import java.util.Optional;

/**
 * What the caller knows about the device that the user started from; BankID uses it to assess the
 * risk.
 */
public sealed interface UserDevice {

  /** A browser: BankID's {@code web}, with at least one member. */
  record Web(
      Optional<String> referringDomain,
      Optional<String> userAgent,
      Optional<String> deviceIdentifier)
      implements UserDevice {}

  /** An app: BankID's {@code app}, with at least one member. */
  record App(
      Optional<String> appIdentifier,
      Optional<String> deviceOs,
      Optional<String> deviceModelName,
      Optional<String> deviceIdentifier)
      implements UserDevice {}
}
