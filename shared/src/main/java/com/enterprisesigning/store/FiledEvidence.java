package com.enterprisesigning.store;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimeStamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One stored piece of evidence, which is read and checked only when it is asked for.
 *
 * @param evidence reads it; throws {@link DigestMismatch} if it has changed since it was stored
 * @param timeStamp reads its time stamp, if one is stored; throws as {@code evidence} does
 */
public record FiledEvidence(
    String orderRef,
    String client,
    Instant keptUntil,
    Supplier<Evidence> evidence,
    Supplier<Optional<TimeStamp>> timeStamp) {

  @Override
  public String toString() {
    return "FiledEvidence[" + orderRef + "]";
  }
}
