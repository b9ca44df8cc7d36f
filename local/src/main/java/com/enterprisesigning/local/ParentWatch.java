package com.enterprisesigning.local;

import java.time.Duration;

/**
 * Ends this process when its parent ends, if {@code -Dlocal.exitWithParent=true} is set. Maven
 * leaves its child process running when Maven is stopped or killed.
 */
final class ParentWatch {
  /** The parent is polled, because Java itself reports the end of a parent seconds late. */
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private ParentWatch() {}

  static void exitWithParent() {
    if (Boolean.getBoolean("local.exitWithParent")) {
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
