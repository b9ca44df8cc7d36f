package com.enterprisesigning.exploration;

/** Stops a call before a step that it must not make yet. */
final class Suspended extends Error {
  private static final long serialVersionUID = 1L;

  private final transient Step next;

  Suspended(Step next) {
    super("before " + next.name(), null, false, false);
    this.next = next;
  }

  Step next() {
    return next;
  }
}
