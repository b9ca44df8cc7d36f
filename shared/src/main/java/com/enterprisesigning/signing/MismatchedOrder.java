package com.enterprisesigning.signing;

import java.util.UUID;

/**
 * A message names an attempt, but another order or person than that attempt's: no start sent it.
 * Nothing was done. Who may send to the queue is to be looked into.
 */
public final class MismatchedOrder extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MismatchedOrder(UUID participantId) {
    super(
        "The message does not match the attempt that it names. Nothing was done; check who"
            + " can send to the queue. Participant "
            + participantId);
  }
}
