package com.enterprisesigning.bankid;

import java.util.Optional;

/**
 * What the caller knows about the device that the user started from; BankID weighs the risk by it.
 */
public sealed interface UserDevice {

  /** A browser: BankID's {@code web}, at least one member of which is present. */
  record Web(
      Optional<String> referringDomain,
      Optional<String> userAgent,
      Optional<String> deviceIdentifier)
      implements UserDevice {}

  /** An app: BankID's {@code app}, at least one member of which is present. */
  record App(
      Optional<String> appIdentifier,
      Optional<String> deviceOs,
      Optional<String> deviceModelName,
      Optional<String> deviceIdentifier)
      implements UserDevice {}
}
