package com.enterprisesigning.store;

import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static com.enterprisesigning.signing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.ParticipantDetails;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.signing.Samples;
import com.enterprisesigning.signing.Timing;
import com.enterprisesigning.store.Guards.Recorded;
import com.enterprisesigning.store.Guards.Reserved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What guards must do, in every implementation. */
public abstract class GuardsContract {
  protected Table table;

  private Guards guards;
  private PersonKey person;
  private ParticipantDetails participant;
  private UUID id;

  /** Returns the table under test, which other tests may use too. */
  protected abstract Table table();

  @BeforeEach
  void registerAParticipant() {
    table = table();
    guards = table.guards();
    person = Samples.person();
    participant = Samples.details(person);
    id = participant.participantId();
    table.processes().register(Samples.process(participant), List.of(participant));
  }

  @Test
  void reserve_takesAFreeGuard() {
    Contender mine = Samples.start(id, IP_A);

    Reserved reserved = guards.reserve(person, mine, NOW);

    assertEquals(new Reserved.Taken(Optional.empty()), reserved);
    assertEquals(Optional.of(lease(mine, NOW)), guards.guard(person));
  }

  @Test
  void reserve_isHeldByALease_andSaysWhose() {
    Contender first = Samples.start(id, IP_A);
    guards.reserve(person, first, NOW);

    Reserved second = guards.reserve(person, Samples.start(id, IP_A), NOW.plusSeconds(29));

    assertEquals(new Reserved.Held(lease(first, NOW)), second);
  }

  @Test
  void reserve_takesAnExpiredLease_fromItsLastInstantOn() {
    guards.reserve(person, Samples.start(id, IP_A), NOW);

    Reserved second = guards.reserve(person, Samples.start(id, IP_B), NOW.plus(Timing.LEASE));

    assertInstanceOf(Reserved.Taken.class, second);
  }

  @Test
  void reserve_takesItsOwnLeaseAgain_whenTheReplyWasLost() {
    Contender mine = Samples.start(id, IP_A);
    guards.reserve(person, mine, NOW);

    Reserved again = guards.reserve(person, mine, NOW);

    assertEquals(new Reserved.Taken(Optional.of(lease(mine, NOW))), again);
  }

  @Test
  void reserve_isHeldByALiveOrder() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);

    Reserved second = guards.reserve(person, Samples.phone(id), NOW.plusSeconds(1));

    assertEquals(new Reserved.Held(live), second);
  }

  @Test
  void reserve_takesASlot_fromItsAddressAndByPhone_butNotFromAnother() {
    Guard.Slot slot = slot(activate(Samples.start(id, IP_A), NOW));
    Instant later = NOW.plusSeconds(1);

    assertEquals(new Reserved.Held(slot), guards.reserve(person, Samples.start(id, IP_B), later));
    Contender sameIp = Samples.start(id, IP_A);
    assertEquals(new Reserved.Taken(Optional.of(slot)), guards.reserve(person, sameIp, later));
    guards.release(person, sameIp.token(), Optional.of(slot));
    assertEquals(
        new Reserved.Taken(Optional.of(slot)), guards.reserve(person, Samples.phone(id), later));
  }

  @Test
  void reserve_isHeldByABlock_untilItsLastInstant() {
    Guard.Block block = block(activate(Samples.start(id, IP_A), NOW), NOW.plusSeconds(60));

    assertEquals(
        new Reserved.Held(block),
        guards.reserve(person, Samples.start(id, IP_A), NOW.plusMillis(59_999)));
    assertInstanceOf(
        Reserved.Taken.class, guards.reserve(person, Samples.start(id, IP_A), NOW.plusSeconds(60)));
  }

  @Test
  void reserve_keepsTheUnendedOrderNamed_inTheLeaseThatTakesItsPlace() {
    Guard.Live dead = activate(Samples.start(id, IP_A), NOW);
    Contender next = Samples.start(id, IP_B);

    guards.reserve(person, next, dead.expiresAt());

    assertEquals(Optional.of(dead.running()), guards.guard(person).flatMap(Guard::order));
  }

  @Test
  void release_putsBackWhatWasFound() {
    Guard.Slot slot = slot(activate(Samples.start(id, IP_A), NOW));
    Contender next = Samples.start(id, IP_A);
    guards.reserve(person, next, NOW);

    guards.release(person, next.token(), Optional.of(slot));

    assertEquals(Optional.of(slot), guards.guard(person));
  }

  @Test
  void release_leavesAnothersGuardAlone() {
    Contender mine = Samples.start(id, IP_A);
    guards.reserve(person, mine, NOW);

    guards.release(person, UUID.randomUUID(), Optional.empty());

    assertEquals(Optional.of(lease(mine, NOW)), guards.guard(person));
  }

  @Test
  void activate_makesTheLeaseALiveOrder_andTheSigningItsAttempt() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);

    Signing signing = table.signings().signing(id).orElseThrow();
    assertEquals(Optional.of(live), guards.guard(person));
    assertEquals(SigningStatus.INITIATED, signing.status());
    assertEquals(Optional.of(Samples.attempt(live, NOW)), signing.attempt());
    assertEquals(Optional.empty(), signing.collectedAt());
  }

  @Test
  void activate_isDone_whenItsReplyWasLost() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);

    assertTrue(guards.activate(person, live, Samples.attempt(live, NOW), Optional.empty()));
  }

  @Test
  void activate_isRefused_whenTheLeaseWasTaken() {
    Contender first = Samples.start(id, IP_A);
    guards.reserve(person, first, NOW);
    guards.reserve(person, Samples.start(id, IP_B), NOW.plus(Timing.LEASE));
    Guard.Live live = Samples.live(first, NOW);

    assertFalse(guards.activate(person, live, Samples.attempt(live, NOW), Optional.empty()));
    assertEquals(SigningStatus.CREATED, table.signings().signing(id).orElseThrow().status());
  }

  @Test
  void activate_isRefused_whenTheSigningCarriesAnotherTokenThanWasRead() {
    Guard.Live before = activate(Samples.start(id, IP_A), NOW);
    Contender next = Samples.start(id, IP_A);
    guards.reserve(person, next, before.expiresAt());
    Guard.Live live = Samples.live(next, before.expiresAt());

    assertFalse(
        guards.activate(person, live, Samples.attempt(live, NOW), Optional.of(UUID.randomUUID())));
    assertEquals(
        Optional.of(before.running().token()), table.signings().signing(id).orElseThrow().token());
  }

  @Test
  void activate_isRefused_whenTheProcessIsWithdrawn() {
    Contender mine = Samples.start(id, IP_A);
    guards.reserve(person, mine, NOW);
    table.processes().withdraw(Samples.process(participant));
    Guard.Live live = Samples.live(mine, NOW);

    assertFalse(guards.activate(person, live, Samples.attempt(live, NOW), Optional.empty()));
  }

  @Test
  void recordConflict_leavesASlotOrABlock_andTheLoserEnding() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);
    Guard.Block block = blockOver(live, UUID.randomUUID(), NOW.plusSeconds(180));

    Recorded recorded = guards.recordConflict(person, live, block);

    assertEquals(new Recorded.Done(), recorded);
    assertEquals(Optional.of(block), guards.guard(person));
    assertEquals(SigningStatus.ENDING, table.signings().signing(id).orElseThrow().status());
  }

  @Test
  void recordConflict_isDone_whenItsOwnReplyWasLost() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);
    Guard.Block block = blockOver(live, UUID.randomUUID(), NOW.plusSeconds(180));
    guards.recordConflict(person, live, block);

    assertEquals(new Recorded.Done(), guards.recordConflict(person, live, block));
  }

  @Test
  void recordConflict_isDone_whenItsOwnReplyWasLost_andTheSlotIsTakenAlready() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);
    Guard.Slot slot = slot(live);
    Contender next = Samples.start(id, IP_A);
    guards.reserve(person, next, NOW);

    assertEquals(new Recorded.Done(), guards.recordConflict(person, live, slot));

    assertEquals(next.token(), guards.guard(person).orElseThrow().holder().token());
  }

  @Test
  void recordConflict_findsTheGuardMoved_whenAnotherHasRecordedItsOwn() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);
    Guard.Block first = blockOver(live, UUID.randomUUID(), NOW.plusSeconds(180));
    guards.recordConflict(person, live, first);

    Recorded second =
        guards.recordConflict(
            person, live, blockOver(live, UUID.randomUUID(), NOW.plusSeconds(999)));

    assertEquals(new Recorded.GuardMoved(Optional.of(first)), second);
    assertEquals(Optional.of(first), guards.guard(person));
  }

  @Test
  void recordConflict_findsTheOrderAbandoned_whenItsSigningHasEnded() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);
    Order order = live.running();
    table.signings().fail(id, order.token(), HintCode.USER_CANCEL);

    Recorded recorded =
        guards.recordConflict(
            person, live, blockOver(live, UUID.randomUUID(), NOW.plusSeconds(180)));

    assertEquals(new Recorded.OrderNotRunning(), recorded);
    assertEquals(Optional.of(live), guards.guard(person));
  }

  @Test
  void recordConflict_killsALease_andItsOwnerCannotActivate() {
    Contender mine = Samples.start(id, IP_A);
    guards.reserve(person, mine, NOW);
    Guard lease = guards.guard(person).orElseThrow();
    Guard.Slot slot =
        new Guard.Slot(
            mine.withoutKey(), Optional.empty(), UUID.randomUUID(), NOW.plusSeconds(180));

    assertEquals(new Recorded.Done(), guards.recordConflict(person, lease, slot));

    Guard.Live live = Samples.live(mine, NOW);
    assertEquals(Optional.of(slot), guards.guard(person));
    assertFalse(guards.activate(person, live, Samples.attempt(live, NOW), Optional.empty()));
  }

  @Test
  void freeOrder_freesTheLiveOrder_butNoBlock() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);
    guards.freeOrder(person, live.running());
    assertEquals(Optional.empty(), guards.guard(person));

    Guard.Live second = activateAgain(Samples.start(id, IP_A), live.running().token());
    Guard.Block block = block(second, NOW.plusSeconds(60));
    guards.freeOrder(person, second.running());
    assertEquals(Optional.of(block), guards.guard(person));
  }

  @Test
  void leaveSlot_keepsTheEndOfTheWindow() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);
    Order order = live.running();

    assertTrue(guards.leaveSlot(person, order, NOW.plusSeconds(30)));

    assertEquals(
        Optional.of(
            new Guard.Slot(
                live.holder().withoutKey(), Optional.of(order), order.token(), live.expiresAt())),
        guards.guard(person));
    assertTrue(guards.leaveSlot(person, order, NOW.plusSeconds(30)), "a lost reply");
  }

  @Test
  void leaveSlot_leavesNothing_whenTheWindowIsOver() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);

    assertFalse(guards.leaveSlot(person, live.running(), live.expiresAt()));
  }

  @Test
  void freeOrderOrSlot_freesTheSlotOfThisParticipant_butNotAnothers() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);
    Guard.Slot slot = slot(live);

    assertEquals(
        Optional.of(slot),
        guards.freeOrderOrSlot(person, UUID.randomUUID(), Optional.of(UUID.randomUUID())));
    assertEquals(Optional.of(slot), guards.guard(person));
    assertEquals(Optional.empty(), guards.freeOrderOrSlot(person, id, Optional.empty()));
    assertEquals(Optional.empty(), guards.guard(person));
  }

  @Test
  void endSlot_endsIt_andNamesItsOrderStill() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);
    Guard.Slot slot = slot(live);

    guards.endSlot(person, slot, NOW.plusSeconds(5));

    assertEquals(
        Optional.of(new Guard.Slot(slot.holder(), slot.order(), slot.setBy(), NOW.plusSeconds(5))),
        guards.guard(person));
  }

  @Test
  void endSlot_leavesAnotherSlot_andOneThatHasEnded() {
    Guard.Live live = activate(Samples.start(id, IP_A), NOW);
    Guard.Slot slot = slot(live);

    guards.endSlot(
        person,
        new Guard.Slot(slot.holder(), slot.order(), UUID.randomUUID(), slot.expiresAt()),
        NOW.plusSeconds(5));
    guards.endSlot(person, slot, slot.expiresAt());
    guards.endSlot(person, slot, slot.expiresAt().plusSeconds(5));

    assertEquals(Optional.of(slot), guards.guard(person));
  }

  @Test
  void freeOrderOrSlot_leavesALeaseAndABlock() {
    Contender mine = Samples.start(id, IP_A);
    guards.reserve(person, mine, NOW);
    assertEquals(
        Optional.of(lease(mine, NOW)),
        guards.freeOrderOrSlot(person, id, Optional.of(mine.token())));
    assertEquals(Optional.of(lease(mine, NOW)), guards.guard(person));

    Guard.Live live = Samples.live(mine, NOW);
    guards.activate(person, live, Samples.attempt(live, NOW), Optional.empty());
    Guard.Block block = block(live, NOW.plusSeconds(60));
    assertEquals(Optional.of(block), guards.freeOrderOrSlot(person, id, Optional.of(mine.token())));
    assertEquals(Optional.of(block), guards.guard(person));
  }

  protected final Guard.Live activate(Contender contender, Instant now) {
    guards.reserve(person, contender, now);
    Guard.Live live = Samples.live(contender, now);
    assertTrue(guards.activate(person, live, Samples.attempt(live, now), Optional.empty()));
    return live;
  }

  private Guard.Live activateAgain(Contender contender, UUID tokenRead) {
    guards.reserve(person, contender, NOW);
    Guard.Live live = Samples.live(contender, NOW);
    assertTrue(guards.activate(person, live, Samples.attempt(live, NOW), Optional.of(tokenRead)));
    return live;
  }

  private Guard.Slot slot(Guard.Live live) {
    Guard.Slot slot =
        new Guard.Slot(
            live.holder().withoutKey(), live.order(), UUID.randomUUID(), live.expiresAt());
    assertEquals(new Recorded.Done(), guards.recordConflict(person, live, slot));
    return slot;
  }

  private Guard.Block block(Guard.Live live, Instant until) {
    Guard.Block block = blockOver(live, UUID.randomUUID(), until);
    assertEquals(new Recorded.Done(), guards.recordConflict(person, live, block));
    return block;
  }

  private static Guard.Block blockOver(Guard.Live live, UUID setBy, Instant until) {
    return new Guard.Block(live.holder().withoutKey(), live.order(), setBy, until);
  }

  private static Guard.Lease lease(Contender holder, Instant reservedAt) {
    return new Guard.Lease(holder, reservedAt, reservedAt.plus(Timing.LEASE), Optional.empty());
  }

  protected final ParticipantDetails registered() {
    return participant;
  }
}
