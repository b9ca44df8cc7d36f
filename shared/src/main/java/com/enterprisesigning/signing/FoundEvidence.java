package com.enterprisesigning.signing;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimeStamp;
import java.util.List;
import java.util.Optional;

/**
 * The evidence that a caller asked for.
 *
 * @param timeStamp its time stamp, if an authority has given one
 * @param otherOrders the order refs of the participant's other completions: the verified one first,
 *     then the newest. A person who signs twice in a race has two, and each rejected completion is
 *     one
 */
public record FoundEvidence(
    Evidence evidence, Optional<TimeStamp> timeStamp, List<String> otherOrders) {

  public FoundEvidence {
    otherOrders = List.copyOf(otherOrders);
  }
}
