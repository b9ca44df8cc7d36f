package com.enterprisesigning.store;

import java.util.UUID;

/**
 * Thrown if what is kept of a signature no longer has the digest that it was stored with. Nobody
 * may rely on it; {@code docs/operations.md#evidence-has-changed} says what to do.
 */
public final class DigestMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final UUID participantId;

  /**
   * @param cause why it cannot even be read; null if it can
   */
  public DigestMismatch(UUID participantId, RuntimeException cause) {
    super(
        "What is kept of a signature has changed since it was stored. Participant " + participantId,
        cause);
    this.participantId = participantId;
  }

  /** Returns the participant whose signature has changed. */
  public UUID participantId() {
    return participantId;
  }
}
