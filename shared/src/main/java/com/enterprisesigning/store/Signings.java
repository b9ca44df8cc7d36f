package com.enterprisesigning.store;

import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Participant;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.Signing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The participants and the state of their signings. Each method is one conditional write or one
 * strongly consistent read.
 *
 * <p>Every method throws {@link StoreUnavailable} if the table could not be reached. The write may
 * or may not have been applied.
 */
public interface Signings {

  /** Returns a participant's details and signing, in one round trip. */
  Optional<Participant> participant(UUID participantId);

  Optional<ParticipantDetails> details(UUID participantId);

  Optional<Signing> signing(UUID participantId);

  /**
   * Returns the signings of up to 20 participants, in the order requested. Unknown participants are
   * left out.
   */
  List<Signing> signings(List<UUID> participantIds);

  /**
   * Takes the right to ask BankID, which is given once per interval. The signing must be INITIATED
   * or PENDING, belong to this client, and not have been collected within {@code interval}.
   */
  Claimed claim(UUID participantId, String client, Instant now, Duration interval);

  /** The result of a claim. */
  sealed interface Claimed {
    record Won(Signing signing) implements Claimed {}

    /** There is nothing to ask, or another call has just asked. */
    record Lost(Signing signing) implements Claimed {}

    /** The participant does not exist, or belongs to another client. */
    record Unknown() implements Claimed {}
  }

  /**
   * Records that BankID reports the order as pending. INITIATED and PENDING with this token take
   * the hint, and the order no longer counts as missing.
   *
   * @return whether the signing was in one of these states
   */
  boolean pend(UUID participantId, UUID token, HintCode hint);

  /**
   * Records that the order ended unsigned: INITIATED, PENDING and ENDING with this token become
   * FAILED.
   *
   * @return whether the signing was in one of these states, or already FAILED with this hint
   */
  boolean fail(UUID participantId, UUID token, HintCode hint);

  /**
   * Records that BankID does not recognize the order: INITIATED and PENDING with this token
   * remember since when (rule F4).
   *
   * @return the current signing, whether or not this call changed it
   */
  Optional<Signing> miss(UUID participantId, UUID token, Instant now);

  /**
   * Gives up a missing order. A signing that is INITIATED or PENDING, has this token and has been
   * missing since {@code missingSince} becomes COLLECT_ERROR.
   *
   * @return whether the signing was in one of these states, or already COLLECT_ERROR
   */
  boolean giveUp(UUID participantId, UUID token, Instant missingSince);
}
