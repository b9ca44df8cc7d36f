package com.enterprisesigning.simulator.process;

import java.time.Duration;

/**
 * Ends this process with the one that started it, where {@code -Dsimulator.exitWithParent=true}
 * says so: Maven leaves its child behind when it is told to stop, and when it is killed.
 */
final class ParentWatch {
  /** Java's own notice of a parent's end comes seconds late. */
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
