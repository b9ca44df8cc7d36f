package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.HintCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The participants and how their signings stand: each method is one conditional write or one
 * strongly consistent read.
 *
 * <p>Every method throws {@link StoreUnavailable} where the table could not be reached; the write
 * may then have been made or not.
 */
public interface Signings {

  /** A participant's details and signing, in one round trip. */
  Optional<Participant> participant(UUID participantId);

  Optional<ParticipantDetails> details(UUID participantId);

  Optional<Signing> signing(UUID participantId);

  /** The signings of up to 20 participants, in the order asked; an unknown one is left out. */
  List<Signing> signings(List<UUID> participantIds);

  /**
   * Takes the right to ask BankID, which is given once an interval: INITIATED or PENDING, of this
   * client, not collected since {@code interval} ago.
   */
  Claimed claim(UUID participantId, String client, Instant now, Duration interval);

  /** What a claim comes to. */
  sealed interface Claimed {
    record Won(Signing signing) implements Claimed {}

    /** Nothing to ask, or another has asked just now. */
    record Lost(Signing signing) implements Claimed {}

    /** No such participant, or another client's. */
    record Unknown() implements Claimed {}
  }

  /**
   * BankID says pending. INITIATED and PENDING of this token take the hint; the order is not
   * missing any more.
   *
   * @return whether the signing was that
   */
  boolean pend(UUID participantId, UUID token, HintCode hint);

  /**
   * The order ended unsigned: INITIATED, PENDING and ENDING of this token become FAILED.
   *
   * @return whether the signing was one of these, or FAILED by this hint already
   */
  boolean fail(UUID participantId, UUID token, HintCode hint);

  /**
   * BankID does not know the order: INITIATED and PENDING of this token remember since when (rule
   * F4).
   *
   * @return the signing as it stands, changed or not
   */
  Optional<Signing> miss(UUID participantId, UUID token, Instant now);

  /**
   * INITIATED and PENDING of this token, missing since then, become COLLECT_ERROR.
   *
   * @return whether the signing was that, or COLLECT_ERROR already
   */
  boolean giveUp(UUID participantId, UUID token, Instant missingSince);
}
