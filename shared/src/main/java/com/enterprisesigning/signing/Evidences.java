package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.evidence.Evidence;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The signatures. Each method is one transaction, one write or one strongly consistent read.
 *
 * <p>Every method throws {@link StoreUnavailable} where the table could not be reached; the write
 * may then have been made or not, and making it again is right.
 */
public interface Evidences {

  /**
   * Stores a verified completion and makes the signing COMPLETE, in one transaction, and moves the
   * end of life of all that belongs to it (rules F1 and F2).
   *
   * @param tokenStanding the token that the signing is thought to carry: the completed attempt's,
   *     or a newer one, which the completion displaces; none where nothing was ever activated
   */
  Stored complete(Evidence evidence, Order order, Optional<UUID> tokenStanding, Instant keptUntil);

  /** What storing a completion comes to. */
  sealed interface Stored {
    /** Stored: now, or by an earlier try whose reply was lost. */
    record Done() implements Stored {}

    /** The signing is COMPLETE by another order, or carries another token. */
    record Refused(Signing signing) implements Stored {}
  }

  /**
   * Stores a completion that did not verify, and makes the signing COLLECT_ERROR where it still
   * carries this token and is not COMPLETE (rule F11).
   *
   * @return false where the signing did not; nothing is stored then
   */
  boolean reject(Evidence evidence, UUID token, Instant keptUntil);

  /** Stores a second verified completion, or a rejected one, without touching the signing. */
  void keepBeside(Evidence evidence, Instant keptUntil);

  /** The verified evidence of a participant, else its newest rejected one. */
  Optional<Evidence> evidence(UUID participantId);
}
