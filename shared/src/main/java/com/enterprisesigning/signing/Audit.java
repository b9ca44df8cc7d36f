package com.enterprisesigning.signing;

/** Receives each decision once ({@code docs/audit.md#the-lines}). */
@FunctionalInterface
public interface Audit {

  /** Records a decision. Never throws. */
  void record(AuditRecord decision);
}
