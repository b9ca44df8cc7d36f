package com.enterprisesigning.store;

import com.enterprisesigning.evidence.Evidence;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * One stored piece of evidence, which is read and checked only when it is asked for.
 *
 * @param evidence reads it; throws {@link DigestMismatch} if it has changed since it was stored
 */
public record FiledEvidence(
    String orderRef, String client, Instant keptUntil, Supplier<Evidence> evidence) {

  @Override
  public String toString() {
    return "FiledEvidence[" + orderRef + "]";
  }
}
