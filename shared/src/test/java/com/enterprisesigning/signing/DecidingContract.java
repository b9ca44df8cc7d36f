package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static com.enterprisesigning.signing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.conflict.PersonKey;
import com.enterprisesigning.signing.Guards.Decided;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A conflict replaces only the guard that the call has seen, never a guard that came later. */
public abstract class DecidingContract extends TableContract {

  @Test
  void decide_endsAPendingOrder() {
    Guard.Live live = activate();
    signings.pend(id, live.running().token(), HintCode.USER_SIGN);

    assertEquals(Decided.DONE, decide(live));
    assertEquals(SigningStatus.ENDING, signing().status());
  }

  @Test
  void decide_findsTheGuardMoved_whenTheOrderHasLeftASlotSince() {
    Guard.Live live = activate();
    guards.leaveSlot(person, live.running(), NOW);
    Optional<Guard> slot = guard();

    assertEquals(Decided.GUARD_MOVED, decide(live));
    assertEquals(slot, guard());
  }

  @Test
  void decide_findsTheGuardMoved_whenAnothersLeaseStandsThereSince() {
    Guard.Lease seen = reserve(Samples.start(id, IP_A), NOW);
    guards.release(person, seen.holder().token(), Optional.empty());
    Guard.Lease another = reserve(Samples.start(id, IP_B), NOW);

    assertEquals(Decided.GUARD_MOVED, decide(seen));
    assertEquals(Optional.of(another), guard());
  }

  @Test
  void decide_findsTheGuardMoved_whenTheLeaseWasTakenAgainSince() {
    Contender contender = Samples.start(id, IP_A);
    Guard.Lease seen = reserve(contender, NOW);
    Guard.Lease again = reserve(contender, NOW.plusSeconds(1));

    assertEquals(Decided.GUARD_MOVED, decide(seen));
    assertEquals(Optional.of(again), guard());
  }

  @Test
  void decide_findsTheGuardMoved_whenNothingStandsThere() {
    Guard.Live live = activate();
    guards.freeOrder(person, live.running());

    assertEquals(Decided.GUARD_MOVED, decide(live));
    assertEquals(Optional.empty(), guard());
    assertEquals(SigningStatus.INITIATED, signing().status());
  }

  @Test
  void decide_findsTheOrderAbandoned_whenItsSigningCarriesANewerAttempt() {
    Guard.Live live = activate();
    PersonKey otherKey = Samples.person();
    Contender newer = Samples.start(id, IP_A);
    guards.reserve(otherKey, newer, NOW);
    Guard.Live newerLive = Samples.live(newer, NOW);
    assertTrue(
        guards.activate(
            otherKey,
            newerLive,
            Samples.attempt(newerLive, NOW),
            Optional.of(live.running().token())));

    assertEquals(Decided.ORDER_ABANDONED, decide(live));
    assertEquals(Optional.of(live), guard());
    assertEquals(SigningStatus.INITIATED, signing().status());
  }

  private Decided decide(Guard seen) {
    return guards.decide(person, seen, blockOver(seen, UUID.randomUUID()));
  }
}
