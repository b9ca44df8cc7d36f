package com.enterprisesigning.exploration;

/** A call stands before a step that it is not to make yet. */
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
