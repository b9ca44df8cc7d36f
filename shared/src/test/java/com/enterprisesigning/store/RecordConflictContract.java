package com.enterprisesigning.store;

import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static com.enterprisesigning.signing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.store.Guards.Recorded;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A conflict replaces only the guard that the call has seen, never a guard that came later. */
public abstract class RecordConflictContract extends TableContract {

  @Test
  void recordConflict_endsAPendingOrder() {
    Guard.Live live = activate();
    signings.pend(id, live.running().token(), HintCode.USER_SIGN);

    assertEquals(new Recorded.Done(), recordConflict(live));
    assertEquals(SigningStatus.ENDING, signing().status());
  }

  @Test
  void recordConflict_findsTheGuardMoved_whenTheOrderHasLeftASlotSince() {
    Guard.Live live = activate();
    guards.leaveSlot(person, live.running(), NOW);
    Optional<Guard> slot = guard();

    assertEquals(new Recorded.GuardMoved(slot), recordConflict(live));
    assertEquals(slot, guard());
  }

  @Test
  void recordConflict_findsTheGuardMoved_whenAnothersLeaseStandsThereSince() {
    Guard.Lease seen = reserve(Samples.start(id, IP_A), NOW);
    guards.release(person, seen.holder().token(), Optional.empty());
    Guard.Lease another = reserve(Samples.start(id, IP_B), NOW);

    assertEquals(new Recorded.GuardMoved(Optional.of(another)), recordConflict(seen));
    assertEquals(Optional.of(another), guard());
  }

  @Test
  void recordConflict_findsTheGuardMoved_whenTheLeaseWasTakenAgainSince() {
    Contender contender = Samples.start(id, IP_A);
    Guard.Lease seen = reserve(contender, NOW);
    Guard.Lease again = reserve(contender, NOW.plusSeconds(1));

    assertEquals(new Recorded.GuardMoved(Optional.of(again)), recordConflict(seen));
    assertEquals(Optional.of(again), guard());
  }

  @Test
  void recordConflict_findsTheGuardMoved_whenNothingStandsThere() {
    Guard.Live live = activate();
    guards.freeOrder(person, live.running());

    assertEquals(new Recorded.GuardMoved(Optional.empty()), recordConflict(live));
    assertEquals(Optional.empty(), guard());
    assertEquals(SigningStatus.INITIATED, signing().status());
  }

  @Test
  void recordConflict_findsTheOrderAbandoned_whenItsSigningCarriesANewerAttempt() {
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

    assertEquals(new Recorded.OrderNotRunning(), recordConflict(live));
    assertEquals(Optional.of(live), guard());
    assertEquals(SigningStatus.INITIATED, signing().status());
  }

  private Recorded recordConflict(Guard seen) {
    return guards.recordConflict(person, seen, blockOver(seen, UUID.randomUUID()));
  }
}
