package com.enterprisesigning.signing;

import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import java.util.UUID;

/**
 * Whether the service's own line binds a signature to its participant. The line is signed, without
 * being shown, if a registration gave no non-visible data. Without it, one participant's signature
 * could pass for another's ({@code docs/evidence.md#the-binding}).
 */
public enum Binding {
  /** The line names this process, participant and text. */
  BOUND,

  /** There is such a line, and it names another process, participant or text. */
  BOUND_ELSEWHERE,

  /** There is no such line. */
  NOT_BOUND;

  /** Returns what the signed data of this evidence says. */
  public static Binding of(Evidence evidence) {
    String own = line(evidence.processId(), evidence.participantId(), evidence.text().visible());
    return evidence
        .text()
        .nonVisible()
        .filter(data -> data.contains(SigningText.RESERVED))
        .map(data -> data.equals(own) ? BOUND : BOUND_ELSEWHERE)
        .orElse(NOT_BOUND);
  }

  static String line(UUID processId, UUID participantId, String visible) {
    return SigningText.RESERVED
        + "v1;process=%s;participant=%s;text-sha256=%s"
            .formatted(processId, participantId, Sha256.hex(visible));
  }
}
