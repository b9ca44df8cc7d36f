package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.ConflictKind;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that was refused.
 *
 * @param retryAt from when the same call may succeed, where that is known
 * @param cause what it met, where the reason alone does not tell
 */
public record Refusal(Reason reason, Optional<Instant> retryAt, Optional<Cause> cause) {

  /** What a call met that is refused as {@link Reason#RFA4_SIGNING_IN_PROGRESS}. */
  public enum Cause {
    /** A running order from the same address; both have ended. */
    SAME_IP,
    /** A running order from another address; both have ended, and the person is blocked. */
    DIFFERENT_IPS,
    /** A running phone order met another; both have ended, and the person is blocked. */
    PHONE,
    /** An order at a screen and one by phone; both have ended, and the person is blocked. */
    MIXED,
    /** A block, which stands as it stood. */
    BLOCKED,
    /** An order that the person has elsewhere; BankID has ended it. */
    ELSEWHERE,
    /** An order that BankID does not know, and whose outcome another call may hold (rule F4). */
    MISSING,
    /** Other calls for the person, which were faster. */
    OVERTAKEN;

    static Cause of(ConflictKind kind) {
      return switch (kind) {
        case SAME_IP -> SAME_IP;
        case DIFFERENT_IPS -> DIFFERENT_IPS;
        case PHONE -> PHONE;
        case MIXED -> MIXED;
      };
    }
  }

  public static Refusal of(Reason reason) {
    return new Refusal(reason, Optional.empty(), Optional.empty());
  }

  public static Refusal until(Reason reason, Instant retryAt) {
    return new Refusal(reason, Optional.of(retryAt), Optional.empty());
  }

  /** The same, and what was met. */
  Refusal by(Cause met) {
    return new Refusal(reason, retryAt, Optional.of(met));
  }
}
