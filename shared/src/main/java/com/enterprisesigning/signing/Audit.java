package com.enterprisesigning.signing;

import java.util.UUID;

/** Receives each decision once ({@code docs/audit.md#the-lines}). */
@FunctionalInterface
public interface Audit {

  /** Records a decision. Never throws. */
  void record(AuditRecord decision);

  /**
   * Reports what a call has passed over: a kept completion that it could not finish, or evidence
   * that has changed since it was stored. Never throws.
   */
  default void passedOver(UUID participantId, RuntimeException why) {}
}
