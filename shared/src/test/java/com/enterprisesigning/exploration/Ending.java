package com.enterprisesigning.exploration;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.signing.Outcome;
import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.Refusal;
import com.enterprisesigning.signing.SigningStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What must be true once no call can go on (invariants 3 to 6). With the follow-up, it must be true
 * whether or not the person signs what still runs. Without the follow-up, it must be true if no
 * caller ever comes back.
 */
enum Ending {
  /** The person signs what still runs, and the follow-up handles every message. */
  SIGNED_AND_FOLLOWED_UP {
    @Override
    void hold(State calm) {
      assertHeld(Play.of(calm).phone(Choice.Act.SIGNS).followUpToTheEnd());
    }
  },
  /** The person does nothing, and the follow-up handles every message. */
  FOLLOWED_UP {
    @Override
    void hold(State calm) {
      assertHeld(Play.of(calm).followUpToTheEnd());
    }
  },
  /** No caller comes back, except for a start when the lease, window, slot or block ends. */
  LEFT {
    @Override
    void hold(State calm) {
      assertCanStart(atItsEnd(Play.of(calm)), "at the guard's end");
    }
  };

  private static final Duration ALL_IS_FORGOTTEN = Duration.ofMinutes(6);

  /** Checks a state in which no call can go on and nothing is unavailable. */
  abstract void hold(State calm);

  private static void assertHeld(Play followedUp) {
    assertNothingIsForgotten(followedUp);
    assertCanStart(followedUp.turn(ALL_IS_FORGOTTEN), "after the follow-up");
  }

  /** Checks invariants 3 and 4. */
  private static void assertNothingIsForgotten(Play play) {
    World world = play.world();
    for (String order : world.bankId().orders()) {
      boolean isLost = play.state().observed().lost().contains(order);
      if (!isLost && world.bankId().handedOut().contains(order) && !world.keeps(order)) {
        throw new Violation("invariant 4", "the signature of " + order + " was seen, and is lost");
      }
      if (!isLost && world.bankId().isUnheard(order)) {
        throw new Violation("invariant 3", order + " was signed, and nobody asked for it");
      }
    }
    for (Call.Who who : World.PLAYED) {
      boolean hasSigned =
          world.evidence(who).filter(kept -> kept.verdict().isVerified()).isPresent();
      if (hasSigned != (world.signing(who).status() == SigningStatus.COMPLETE)) {
        throw new Violation(
            "invariant 4", who + " has evidence: " + hasSigned + ", but " + world.signing(who));
      }
    }
  }

  /**
   * Turns the clock to the end of the guard. Lease, window, slot and block end by the clock alone.
   */
  private static Play atItsEnd(Play play) {
    Optional<Instant> end =
        play.world().guard().map(Guard::expiresAt).filter(play.world().now()::isBefore);
    return end.map(play::turnTo).orElse(play);
  }

  /**
   * Checks invariants 5 and 6: the next start gets an order. If BankID does not know the earlier
   * order, the start first waits for its grace (F4). If BankID has an order that the service does
   * not know, BankID ends both, and the start is repeated.
   */
  private static void assertCanStart(Play play, String when) {
    for (Call.Who who : Call.Who.values()) {
      boolean hasSigned = play.world().signing(who).status() == SigningStatus.COMPLETE;
      if (!hasSigned && !play.world().signing(who).withdrawn()) {
        assertCanStart(play, who, when, 2);
      }
    }
  }

  private static void assertCanStart(Play before, Call.Who who, String when, int retries) {
    Play play = before.call(Call.of(Call.Kind.START_B, who));
    if (play.end() instanceof Caller.End.Answered(Outcome.Answered<?> started)) {
      return;
    }
    Optional<Refusal> refusal =
        play.end() instanceof Caller.End.Answered(Outcome.Refused<?>(Refusal refused))
            ? Optional.of(refused)
            : Optional.empty();
    if (refusal.filter(Ending::isNowSigned).isPresent()) {
      return;
    }
    if (retries == 0 || refusal.filter(Ending::mayBeRepeated).isEmpty()) {
      throw new Violation("invariant 6", who + " cannot start " + when + ": " + play.end());
    }
    Instant retryAt = refusal.flatMap(Refusal::retryAt).orElse(play.world().now());
    assertCanStart(
        retryAt.isAfter(play.world().now()) ? play.turnTo(retryAt) : play, who, when, retries - 1);
  }

  private static boolean isNowSigned(Refusal refusal) {
    return refusal.reason() == Reason.SIGNING_ALREADY_COMPLETED;
  }

  private static boolean mayBeRepeated(Refusal refusal) {
    return refusal.cause().equals(Optional.of(Refusal.Cause.MISSING))
        || refusal.cause().equals(Optional.of(Refusal.Cause.ELSEWHERE));
  }
}
