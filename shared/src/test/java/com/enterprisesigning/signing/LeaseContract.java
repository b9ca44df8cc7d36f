package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static com.enterprisesigning.signing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.bankid.HintCode;
import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.signing.Guards.Reserved;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a lease may replace, what its release puts back, and when it becomes a live order. */
public abstract class LeaseContract extends TableContract {

  @Test
  void reserve_isHeldByALiveOrder_thoughItComesFromTheSameAddress() {
    Guard.Live live = activate();

    Reserved second = guards.reserve(person, Samples.start(id, IP_A), NOW.plusSeconds(1));

    assertEquals(new Reserved.Held(live), second);
  }

  @Test
  void reserve_isHeldByTheBlock_thatHasKilledItsOwnLease() {
    Contender mine = Samples.start(id, IP_A);
    Guard.Block block = block(reserve(mine, NOW));

    assertEquals(new Reserved.Held(block), guards.reserve(person, mine, NOW));
  }

  @Test
  void release_leavesAnOrder() {
    Guard.Live live = activate();

    guards.release(person, live.holder().token(), Optional.empty());

    assertEquals(Optional.of(live), guard());
  }

  @Test
  void release_leavesTheBlock_thatHasKilledTheLease() {
    Guard.Lease lease = reserve(Samples.start(id, IP_A), NOW);
    Guard.Block block = block(lease);

    guards.release(person, lease.holder().token(), Optional.empty());

    assertEquals(Optional.of(block), guard());
  }

  @Test
  void release_putsNothingBack_whenTheLeaseIsAnothers() {
    Guard.Slot slot = slot(activate());
    Guard.Lease lease = reserve(Samples.start(id, IP_A), NOW);

    guards.release(person, UUID.randomUUID(), Optional.of(slot));

    assertEquals(Optional.of(lease), guard());
  }

  @Test
  void activate_isRefused_whenTheParticipantIsUnknown() {
    Contender unknown = Samples.start(UUID.randomUUID(), IP_A);
    reserve(unknown, NOW);

    assertFalse(activates(unknown, Optional.empty()));
    assertEquals(Optional.empty(), signings.signing(unknown.participantId()));
  }

  @Test
  void activate_isRefused_whenAnAttemptWasActivatedAfterNoneWasRead() {
    Guard.Live before = activate();
    Contender next = Samples.start(id, IP_A);
    guards.reserve(person, next, before.expiresAt());

    assertFalse(activates(next, Optional.empty()));
    assertEquals(Optional.of(before.running().token()), signing().token());
  }

  @Test
  void activate_isRefused_whenTheAttemptReadHasSignedSince_F3() {
    Guard.Live before = activate();
    Optional<UUID> tokenRead = Optional.of(before.running().token());
    Contender next = Samples.start(id, IP_A);
    guards.reserve(person, next, before.expiresAt());
    table.evidences().complete(Samples.evidence(participant, before.running(), NOW), tokenRead);

    assertFalse(activates(next, tokenRead));
    assertEquals(SigningStatus.COMPLETE, signing().status());
  }

  @Test
  void activate_takesTheNextAttempt_whenItsPredecessorIsTheOneRead() {
    Guard.Live before = activate();
    Contender next = Samples.start(id, IP_A);
    guards.reserve(person, next, before.expiresAt());

    assertTrue(activates(next, Optional.of(before.running().token())));
    assertEquals(Optional.of(next.token()), signing().token());
  }

  @Test
  void activate_isDone_whenItsReplyWasLost_andACollectHasMovedOn() {
    Guard.Live live = activate();
    signings.claim(id, Samples.CLIENT, NOW, Duration.ZERO);
    signings.pend(id, live.holder().token(), HintCode.USER_SIGN);

    assertTrue(activates(live.holder(), Optional.empty()));
    assertEquals(SigningStatus.PENDING, signing().status());
    assertEquals(Optional.of(NOW), signing().collectedAt());
  }

  @Test
  void activate_changesNothing_whenItsReplyWasLost_andACollectHasClaimed() {
    Guard.Live live = activate();
    signings.claim(id, Samples.CLIENT, NOW, Duration.ZERO);

    assertTrue(activates(live.holder(), Optional.empty()));
    assertEquals(Optional.of(NOW), signing().collectedAt());
  }

  @Test
  void activate_isRefused_whenItsReplyWasLost_andAConflictHasKilledItsOrder() {
    Guard.Live live = activate();
    Guard.Block block = block(live);

    assertFalse(activates(live.holder(), Optional.empty()));
    assertEquals(Optional.of(block), guard());
    assertEquals(SigningStatus.ENDING, signing().status());
  }

  @Test
  void activate_writesNoSigning_whenAnotherHoldsThePerson() {
    Contender mine = Samples.start(id, IP_A);
    Guard.Lease lease = reserve(Samples.start(id, IP_B), NOW);

    assertFalse(activates(mine, Optional.empty()));
    assertEquals(Optional.of(lease), guard());
    assertEquals(SigningStatus.CREATED, signing().status());
  }

  private boolean activates(Contender contender, Optional<UUID> tokenRead) {
    Guard.Live live = Samples.live(contender, NOW);
    return guards.activate(person, live, Samples.attempt(live, NOW), tokenRead);
  }
}
