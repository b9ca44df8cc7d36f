package com.enterprisesigning.store;

import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.PersonalNumber;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimeStamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The stored signatures. Each method is one transaction, one write or one strongly consistent read.
 *
 * <p>Every method throws {@link StoreUnavailable} if the table could not be reached. The write may
 * or may not have been applied, and it is safe to repeat it. Every read throws {@link
 * DigestMismatch} if what it reads has changed since it was stored.
 */
public interface Evidences {

  /**
   * Keeps what BankID handed out, whole and unverified, in one write that needs nothing else from
   * the table. Changes nothing if a completion of this order is already kept.
   *
   * @return what is kept
   */
  HandedOut keep(HandedOut handedOut);

  /** Keeps a completion at least until then. Never shortens how long it is kept. */
  void keepUntil(UUID participantId, String orderRef, Instant until);

  /**
   * Returns the completion of this order, if {@link #keep} has kept it and no evidence of it is
   * stored.
   */
  Optional<HandedOut> unfinished(UUID participantId, String orderRef);

  /**
   * Stores the evidence of a verified completion that is {@linkplain #keep kept}, and makes the
   * signing COMPLETE, in one transaction (rules F1 and F2). The transaction also extends the
   * lifetime of the signing's other items.
   *
   * @param tokenStanding the token that the signing is expected to carry: the completed attempt's,
   *     or that of a newer attempt, which is displaced; empty if no attempt was activated
   */
  Stored complete(Evidence evidence, Optional<UUID> tokenStanding);

  /** The result of storing a completion. */
  sealed interface Stored {
    /** This call stored the completion. */
    record Done() implements Stored {}

    /** The completion was already stored, by another call or by a try whose reply was lost. */
    record Already() implements Stored {}

    /** The current state of the signing does not allow it. */
    record Refused(Signing signing) implements Stored {}
  }

  /**
   * Stores the evidence of a kept completion that did not verify. The signing becomes COLLECT_ERROR
   * if it still carries this token and is not COMPLETE (rule F11).
   *
   * @return {@link Stored.Refused} if the signing did not meet these conditions; then nothing is
   *     stored
   */
  Stored reject(Evidence evidence);

  /**
   * Stores the evidence of a second kept completion that verified, or of a rejected one, without
   * changing the signing.
   *
   * @return false if it was already stored
   */
  boolean storeBeside(Evidence evidence);

  /**
   * Stores the time stamp of this evidence, with the evidence's own retention.
   *
   * @return false if another time stamp of its order is already stored; it stays
   */
  boolean stamp(Evidence evidence, TimeStamp timeStamp);

  /**
   * Passes on the evidence of every rejected completion, and of every verified one after a
   * participant's first, one page at a time. It reads the whole table, and is meant to be run by an
   * operator.
   */
  void forEachBeside(Consumer<FiledEvidence> consumer);

  /** Returns the orders of a participant whose completion is kept without evidence. */
  List<String> unfinished(UUID participantId);

  /**
   * Passes on every order whose completion is kept without evidence, after it has read the whole
   * table. It is meant to be run by an operator.
   */
  void forEachUnfinished(BiConsumer<UUID, String> participantAndOrderRef);

  /**
   * Returns every participant of which an item names this person: as the person who was registered,
   * or as the person who signed according to BankID. The participant itself may be gone. It reads
   * the whole table, and is meant to be run by an operator.
   *
   * @param number also finds items under the key of a former secret
   */
  Set<UUID> participantsOf(PersonKey person, PersonalNumber number);

  /**
   * Returns all evidence of a participant: first the verified evidence that made its signing
   * COMPLETE, then the rest, the newest first.
   */
  List<FiledEvidence> all(UUID participantId);

  /** Returns the participant's verified evidence, or else its newest rejected completion. */
  default Optional<Evidence> evidence(UUID participantId) {
    return all(participantId).stream().findFirst().map(filed -> filed.evidence().get());
  }
}
