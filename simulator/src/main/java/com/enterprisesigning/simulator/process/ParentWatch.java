package com.enterprisesigning.simulator.process;

import java.time.Duration;

/**
 * Ends this process when its parent ends, if {@code -Dsimulator.exitWithParent=true} is set. Maven
 * leaves its child running when it is stopped or killed.
 */
final class ParentWatch {
  /** Java's own notification of the parent's end comes seconds late, so this class polls. */
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private ParentWatch() {}

  static void exitWithParent() {
    if (Boolean.getBoolean("simulator.exitWithParent")) {
      ProcessHandle.current()
          .parent()
          .ifPresent(parent -> Thread.ofPlatform().daemon().start(() -> exitWith(parent)));
    }
  }

  private static void exitWith(ProcessHandle parent) {
    try {
      while (parent.isAlive()) {
        Thread.sleep(INTERVAL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().exit(0);
  }
}
