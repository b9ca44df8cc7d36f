package com.enterprisesigning.local.processes;

/**
 * How a process wrote the completion of one participant: as a raw copy, as evidence, or as one
 * after the other. Times are {@code System.nanoTime()}, or 0 if there was no such write.
 */
final class CompletionWrite {
  private final Runnable onTable;
  private long sentAt;
  private long onTableAt;
  private boolean isEvidence;

  /**
   * @param onTable runs when the first write is on the table, before the process learns of it
   */
  CompletionWrite(Runnable onTable) {
    this.onTable = onTable;
  }

  synchronized void sent() {
    if (sentAt == 0) {
      sentAt = System.nanoTime();
    }
  }

  void answered(boolean isAccepted, boolean hasEvidence) {
    if (record(isAccepted, hasEvidence)) {
      onTable.run();
    }
  }

  private synchronized boolean record(boolean isAccepted, boolean hasEvidence) {
    boolean isFirst = isAccepted && onTableAt == 0;
    if (isFirst) {
      onTableAt = System.nanoTime();
    } else if (!isAccepted && onTableAt == 0) {
      sentAt = 0;
    }
    isEvidence = isEvidence || (isAccepted && hasEvidence);
    return isFirst;
  }

  /** Returns when the table received the whole request of the first write that it accepted. */
  synchronized long sentAt() {
    return sentAt;
  }

  /** Returns when the table had answered that write. */
  synchronized long onTableAt() {
    return onTableAt;
  }

  synchronized boolean isOnTable() {
    return onTableAt != 0;
  }

  /** Returns whether the process itself wrote the evidence. */
  synchronized boolean isEvidence() {
    return isEvidence;
  }
}
