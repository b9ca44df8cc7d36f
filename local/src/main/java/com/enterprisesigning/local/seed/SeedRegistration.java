package com.enterprisesigning.local.seed;

/** Registers a process under ids that are given, which no call of the contract can do. */
@FunctionalInterface
public interface SeedRegistration {

  /**
   * Registers it, unless its id exists.
   *
   * @return whether it is new; one that exists is left as it is
   */
  boolean register(SeedProcess process);
}
