package com.enterprisesigning.signing;

import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import java.util.UUID;

/**
 * The line that is signed, without being shown, if a registration gave no non-visible data. It
 * binds the signature to its participant: without it, one participant's signature could pass for
 * another's ({@code docs/evidence.md#the-binding}).
 */
public final class Binding {
  private static final String VERSION = SigningText.RESERVED + "v1;";

  private Binding() {}

  static String of(UUID processId, UUID participantId, String visible) {
    return VERSION
        + "process=%s;participant=%s;text-sha256=%s"
            .formatted(processId, participantId, Sha256.hex(visible));
  }

  /** Returns whether evidence has such a line, of another process, participant or text. */
  public static boolean isOfAnother(Evidence evidence) {
    String own = of(evidence.processId(), evidence.participantId(), evidence.text().visible());
    return evidence
        .text()
        .nonVisible()
        .filter(line -> line.startsWith(VERSION) && !line.equals(own))
        .isPresent();
  }
}
