package com.enterprisesigning.signing;

import com.enterprisesigning.evidence.Evidence;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

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
  Stored complete(Evidence evidence, Optional<UUID> tokenStanding);

  /** What storing a completion came to. */
  sealed interface Stored {
    /** Stored now. */
    record Done() implements Stored {}

    /** This completion was stored already: by another, or by a try whose reply was lost. */
    record Already() implements Stored {}

    /** The signing, as it stands, does not let it. */
    record Refused(Signing signing) implements Stored {}
  }

  /**
   * Stores a completion that did not verify, and makes the signing COLLECT_ERROR where it still
   * carries this token and is not COMPLETE (rule F11).
   *
   * @return {@link Stored.Refused} where the signing did not; nothing is stored then
   */
  Stored reject(Evidence evidence);

  /**
   * Stores a second verified completion, or a rejected one, without touching the signing.
   *
   * @return false where it was stored already
   */
  boolean keepBeside(Evidence evidence);

  /**
   * Hands on every completion that was kept beside, verified or not, a page at a time: it reads the
   * whole table, and is for an operator's hand.
   */
  void forEachBeside(Consumer<Evidence> consumer);

  /** The verified evidence of a participant, else its newest rejected one. */
  Optional<Evidence> evidence(UUID participantId);
}
