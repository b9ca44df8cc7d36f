package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.conflict.Order;
import com.enterprisesigning.conflict.PersonKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The guards of all persons: each method is one conditional write or one strongly consistent read.
 * Where the reply of a write is lost and the write is sent again, it answers what the first one
 * did.
 *
 * <p>Every method throws {@link StoreUnavailable} where the table could not be reached; the write
 * may then have been made or not.
 */
public interface Guards {

  Optional<Guard> guard(PersonKey person);

  /**
   * Takes the guard for a start, where it is free, expired, a slot that lets {@code contender} in,
   * or its own lease already. The order that the guard names stays named by the lease.
   */
  Reserved reserve(PersonKey person, Contender contender, Instant now);

  /** What a reservation comes to. */
  sealed interface Reserved {
    /** The lease is the contender's; {@code before} is what it stands in place of. */
    record Taken(Optional<Guard> before) implements Reserved {}

    /** Refused, by this guard. */
    record Held(Guard guard) implements Reserved {}
  }

  /**
   * Ends a lease: {@code before} is put back, or nothing is left. Does nothing where the lease is
   * no longer the token's.
   */
  void release(PersonKey person, UUID token, Optional<Guard> before);

  /**
   * The lease becomes a live order and the participant's signing its attempt, in one transaction:
   * the guard still carries the attempt's token, the signing still carries {@code tokenRead}, is
   * neither COMPLETE nor withdrawn (rule F3).
   *
   * @return whether both stand now
   */
  boolean activate(PersonKey person, Guard.Live live, Attempt attempt, Optional<UUID> tokenRead);

  /**
   * A conflict is decided (rules F5 and F6): {@code seen} becomes {@code leaves} and, where an
   * order was live, its signing becomes ENDING, in one transaction.
   *
   * @param leaves a slot or a block, {@code setBy} the caller
   */
  Decided decide(PersonKey person, Guard seen, Guard leaves);

  /** What deciding a conflict comes to. */
  enum Decided {
    DONE,
    /** The guard is no longer what was seen: judge anew. */
    GUARD_MOVED,
    /** The live order is no longer its participant's: nobody answers for it. */
    ORDER_ABANDONED
  }

  /** Frees the guard of a live order that has ended. A slot or a block is left alone. */
  void freeOrder(PersonKey person, Order order);

  /**
   * A live order that has ended leaves a slot for its address, until the guard's own end.
   *
   * @return false where the guard was not this order's, or past its end
   */
  boolean leaveSlot(PersonKey person, Order order, Instant now);

  /**
   * Frees the guard of a live order of this attempt, or the slot that was left by any attempt of
   * this participant. A lease, a block, or another participant's guard is left alone.
   *
   * @return the guard that was left alone, if there is one
   */
  Optional<Guard> freeOrderOrSlot(PersonKey person, UUID participantId, Optional<UUID> token);

  /**
   * A slot that was left by an attempt of its participant, and names another's order, ends now; the
   * order stays named, for the next taker to end (rule F7). Another guard is left alone.
   */
  void endSlot(PersonKey person, Guard.Slot slot, Instant now);
}
