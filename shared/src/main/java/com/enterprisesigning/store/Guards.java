package com.enterprisesigning.store;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The guards of all persons. Each method is one conditional write or one strongly consistent read.
 * If the reply of a write is lost and the write is sent again, the second write returns the result
 * of the first.
 *
 * <p>Every method throws {@link StoreUnavailable} if the table could not be reached. The write may
 * or may not have been applied.
 */
public interface Guards {

  Optional<Guard> guard(PersonKey person);

  /**
   * Takes the guard for a start if it is free, expired, a slot that lets {@code contender} in, or
   * already the contender's own lease. If the guard names an order, the lease names it too.
   */
  Reserved reserve(PersonKey person, Contender contender, Instant now);

  /** The result of a reservation. */
  sealed interface Reserved {
    /** The contender now holds the lease; {@code before} is the guard that the lease replaced. */
    record Taken(Optional<Guard> before) implements Reserved {}

    /** The reservation was refused because of this guard. */
    record Held(Guard guard) implements Reserved {}
  }

  /**
   * Ends a lease, and puts {@code before} back or leaves no guard. Does nothing if the lease no
   * longer belongs to the token.
   */
  void release(PersonKey person, UUID token, Optional<Guard> before);

  /**
   * Turns the lease into a live order and makes {@code attempt} the signing's attempt, in one
   * transaction (rule F3). The guard must still carry the attempt's token. The signing must still
   * carry {@code tokenRead}, and must be neither COMPLETE nor withdrawn.
   *
   * @return whether both are in place now
   */
  boolean activate(PersonKey person, Guard.Live live, Attempt attempt, Optional<UUID> tokenRead);

  /**
   * Records a conflict (rules F5 and F6). Replaces {@code seen} with {@code leaves} and, if {@code
   * seen} is a live order, makes its signing ENDING, in one transaction.
   *
   * @param leaves a slot or a block, with the caller's token as {@code setBy}
   */
  Recorded recordConflict(PersonKey person, Guard seen, Guard leaves);

  /** The result of recording a conflict. */
  sealed interface Recorded {
    record Done() implements Recorded {}

    /** Another call has changed the guard since it was seen; {@code standing} is the guard now. */
    record GuardMoved(Optional<Guard> standing) implements Recorded {}

    /** The live order no longer belongs to its participant, so no participant answers for it. */
    record OrderNotRunning() implements Recorded {}
  }

  /** Frees the guard of a live order that has ended. Leaves a slot or a block alone. */
  void freeOrder(PersonKey person, Order order);

  /**
   * Replaces the guard of a live order that has ended with a slot for its address. The slot ends
   * when the guard would have ended.
   *
   * @return false if the guard did not belong to this order, or had expired
   */
  boolean leaveSlot(PersonKey person, Order order, Instant now);

  /**
   * Frees the guard of a live order of this attempt, or a slot left by any attempt of this
   * participant. Leaves a lease, a block, or another participant's guard alone.
   *
   * @return the guard that was left alone, if any
   */
  Optional<Guard> freeOrderOrSlot(PersonKey person, UUID participantId, Optional<UUID> token);

  /**
   * Ends a slot that an attempt of its participant left but that names another participant's order.
   * The order stays named, so that the next start that takes the guard ends it (rule F7). Leaves
   * any other guard alone.
   */
  void endSlot(PersonKey person, Guard.Slot slot, Instant now);
}
