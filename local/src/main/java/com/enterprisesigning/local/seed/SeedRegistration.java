package com.enterprisesigning.local.seed;

/** Registers a process under given ids, which no call of the contract can do. */
@FunctionalInterface
public interface SeedRegistration {

  /**
   * Registers the process, unless its id exists.
   *
   * @return whether it is new; an existing process is left unchanged
   */
  boolean register(SeedProcess process);
}
