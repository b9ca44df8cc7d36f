package com.enterprisesigning.store;

/**
 * The table in memory, the twin of the DynamoDB table. It passes the same contract suite. A write
 * is one transaction because only one thread uses a table at a time.
 */
public record InMemoryTable(
    InMemoryGuards guards,
    InMemorySignings signings,
    InMemoryProcesses processes,
    InMemoryEvidences evidences) {

  public InMemoryTable() {
    this(new InMemorySignings());
  }

  private InMemoryTable(InMemorySignings signings) {
    this(
        new InMemoryGuards(signings),
        signings,
        new InMemoryProcesses(signings),
        new InMemoryEvidences(signings));
  }

  /** Returns another table with the same contents. */
  public InMemoryTable copy() {
    InMemorySignings copied = signings.copy();
    return new InMemoryTable(
        guards.copy(copied), copied, processes.copy(copied), evidences.copy(copied));
  }

  public Table ports() {
    return new Table(guards, signings, processes, evidences);
  }
}
