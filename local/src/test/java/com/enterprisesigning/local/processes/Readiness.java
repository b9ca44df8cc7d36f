package com.enterprisesigning.local.processes;

/** What a process has done before it collects a completion. */
enum Readiness {
  /** It has just started. */
  STARTED("first call, started"),

  /** It has just been restored from a snapshot, before which it was primed. */
  RESTORED("first call, primed"),

  /** It has collected one or two completions. */
  WARMING("calls 2 and 3"),

  /** It has collected more completions. */
  WARM("warm");

  private final String label;

  Readiness(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
