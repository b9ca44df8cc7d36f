package com.enterprisesigning.local.processes;

import java.util.concurrent.CountDownLatch;

/** A completion on its way from BankID to a process. */
final class HandOut {
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile long lastByteAt;

  /** Records that a part of the completion is now passed on. */
  void passes(long nanoTime) {
    lastByteAt = nanoTime;
    begun.countDown();
  }

  void await() throws InterruptedException {
    begun.await();
  }

  boolean isBegun() {
    return begun.getCount() == 0;
  }

  /** Returns when its last byte so far was passed on, as {@code System.nanoTime()}. */
  long lastByteAt() {
    return lastByteAt;
  }
}
