package com.enterprisesigning.local;

/**
 * Ends this process with the one that started it, where {@code -Dlocal.exitWithParent=true} says
 * so: Maven ends its children on SIGTERM, but has no chance to when it is killed.
 */
final class ParentWatch {
  private ParentWatch() {}

  static void exitWithParent() {
    if (!Boolean.getBoolean("local.exitWithParent")) {
      return;
    }
    ProcessHandle.current()
        .parent()
        .ifPresent(parent ->
            Thread.ofVirtual()
                .start(() -> {
                  parent.onExit().join();
                  Runtime.getRuntime().exit(0);
                }));
  }
}
