package com.enterprisesigning.local.processes;

/**
 * A completion that was handed out to a process.
 *
 * @param moment when the process was then killed
 * @param write of the completion by this process
 * @param isRescuedByCollect whether the next collect found the completion
 */
record Trial(
    Release release,
    Readiness readiness,
    KillMoment moment,
    Release.Signed signed,
    Victim.Collected collected,
    CompletionWrite write,
    boolean isRescuedByCollect) {

  /** How the completion ended. */
  enum Fate {
    ANSWERED,
    /** The process wrote the evidence, and died before it answered. */
    STORED,
    RESCUED_BY_COLLECT,
    RESCUED_BY_FOLLOW_UP,
    LOST
  }

  boolean isKilled() {
    return !(moment instanceof KillMoment.Never);
  }

  /**
   * Returns whether the process had all the time that its first write needed. The times of other
   * trials would count only the fast writes.
   */
  boolean isWrittenInPeace() {
    return !(moment instanceof KillMoment.After) && write.isOnTable();
  }

  /** Returns how it ended, given whether its evidence is in the table. */
  Fate fate(boolean hasEvidence) {
    if (!hasEvidence) {
      return Fate.LOST;
    }
    if (collected.isAnswered()) {
      return Fate.ANSWERED;
    }
    if (write.isEvidence()) {
      return Fate.STORED;
    }
    return isRescuedByCollect ? Fate.RESCUED_BY_COLLECT : Fate.RESCUED_BY_FOLLOW_UP;
  }

  @Override
  public String toString() {
    return "%s, %s, killed after %s, participant %s"
        .formatted(release, readiness, moment, signed.participant());
  }
}
