package com.enterprisesigning.signing;

import java.util.UUID;

/**
 * Thrown if a message names an attempt with an order or a person that is not the attempt's. No
 * start sent such a message, and nothing was done. The operator should find out who can send to the
 * queue.
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
