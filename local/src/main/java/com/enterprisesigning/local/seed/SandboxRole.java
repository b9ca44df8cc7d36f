package com.enterprisesigning.local.seed;

/**
 * A role of the simulator, and who plays it.
 *
 * @param personalNumber twelve digits
 * @param happens what becomes of an order of this person
 */
public record SandboxRole(String name, String personalNumber, String happens) {
  @Override
  public String toString() {
    return "SandboxRole[" + name + "]";
  }
}
