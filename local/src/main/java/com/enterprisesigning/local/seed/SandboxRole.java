package com.enterprisesigning.local.seed;

/**
 * A role of the simulator, and the person who plays it.
 *
 * @param personalNumber twelve digits
 * @param happens what happens to an order of this person
 */
public record SandboxRole(String name, String personalNumber, String happens) {
  @Override
  public String toString() {
    return "SandboxRole[" + name + "]";
  }
}
