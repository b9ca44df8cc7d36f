package com.enterprisesigning.local.processes;

import java.time.Duration;

/** When a process is killed that collects a completion. */
sealed interface KillMoment {

  /** Some time after the last byte of the completion was passed on to it. */
  record After(Duration handOut) implements KillMoment {
    @Override
    public String toString() {
      return handOut.toMillis() + " ms";
    }
  }

  /** When its first write of the completion is on the table, before the reply to that write. */
  record OnTable() implements KillMoment {
    @Override
    public String toString() {
      return "first write";
    }
  }

  record Never() implements KillMoment {}
}
