package com.enterprisesigning.signing;

import com.enterprisesigning.evidence.Evidence;
import java.util.List;

/**
 * The evidence that a caller asked for.
 *
 * @param otherOrders the order refs of the participant's other completions: the verified one first,
 *     then the newest. A person who signs twice in a race has two, and each rejected completion is
 *     one
 */
public record FoundEvidence(Evidence evidence, List<String> otherOrders) {

  public FoundEvidence {
    otherOrders = List.copyOf(otherOrders);
  }
}
