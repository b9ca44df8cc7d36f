package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static com.enterprisesigning.signing.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.conflict.Order;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which guards are freed when an order ends, which are replaced by a slot, and which stay. */
public abstract class FreeingContract extends TableContract {

  @Test
  void freeOrder_leavesAnotherOrderOfTheAttempt() {
    Guard.Live live = activate();

    guards.freeOrder(person, withOrderRef(live.running(), "another"));

    assertEquals(Optional.of(live), guard());
  }

  @Test
  void freeOrder_leavesTheOrderOfAnotherAttempt() {
    Guard.Live live = activate();

    guards.freeOrder(person, withToken(live.running(), UUID.randomUUID()));

    assertEquals(Optional.of(live), guard());
  }

  @Test
  void leaveSlot_leavesAnotherOrderOfTheAttempt() {
    Guard.Live live = activate();

    assertFalse(guards.leaveSlot(person, withOrderRef(live.running(), "another"), NOW));
    assertEquals(Optional.of(live), guard());
  }

  @Test
  void leaveSlot_leavesTheOrderOfAnotherAttempt() {
    Guard.Live live = activate();

    assertFalse(guards.leaveSlot(person, withToken(live.running(), UUID.randomUUID()), NOW));
    assertEquals(Optional.of(live), guard());
  }

  @Test
  void leaveSlot_leavesABlock() {
    Guard.Live live = activate();
    Guard.Block block = block(live);

    assertFalse(guards.leaveSlot(person, live.running(), NOW));
    assertEquals(Optional.of(block), guard());
  }

  @Test
  void leaveSlot_leavesABlock_thoughItsOwnAttemptHasSetIt() {
    Guard.Live live = activate();
    Guard.Block block = block(live, live.running().token());

    assertFalse(guards.leaveSlot(person, live.running(), NOW));
    assertEquals(Optional.of(block), guard());
  }

  @Test
  void leaveSlot_leavesTheSlot_thatAConflictHasLeft() {
    Guard.Live live = activate();
    Guard.Slot slot = slot(live);

    assertFalse(guards.leaveSlot(person, live.running(), NOW));
    assertEquals(Optional.of(slot), guard());
  }

  @Test
  void freeOrderOrSlot_freesTheOrderOfThisAttempt() {
    Guard.Live live = activate();

    guards.freeOrderOrSlot(person, id, Optional.of(live.running().token()));

    assertEquals(Optional.empty(), guard());
  }

  @Test
  void freeOrderOrSlot_leavesTheOrderOfAnotherAttempt() {
    Guard.Live live = activate();

    guards.freeOrderOrSlot(person, id, Optional.of(UUID.randomUUID()));
    guards.freeOrderOrSlot(person, id, Optional.empty());

    assertEquals(Optional.of(live), guard());
  }

  @Test
  void freeOrderOrSlot_freesTheSlotOfAKilledLease() {
    slot(reserve(Samples.start(id, IP_A), NOW));

    guards.freeOrderOrSlot(person, id, Optional.empty());

    assertEquals(Optional.empty(), guard());
  }

  @Test
  void freeOrderOrSlot_leavesTheSlotOfAnotherParticipantsLease() {
    Guard.Slot slot = slot(reserve(Samples.start(UUID.randomUUID(), IP_A), NOW));

    guards.freeOrderOrSlot(person, id, Optional.empty());

    assertEquals(Optional.of(slot), guard());
  }

  @Test
  void freeOrderOrSlot_leavesASlot_thatNamesAnotherParticipantsOrder() {
    Guard.Live unended = activate();
    Contender other = Samples.start(register(person).participantId(), IP_B);
    Guard.Slot slot = slot(reserve(other, unended.expiresAt()));

    guards.freeOrderOrSlot(person, other.participantId(), Optional.empty());

    assertEquals(Optional.of(slot), guard());
    assertEquals(Optional.of(unended.running()), guard().flatMap(Guard::order));
  }

  @Test
  void freeOrderOrSlot_leavesABlock_ofTheAttemptThatItHasKilled() {
    Guard.Live live = activate();
    Guard.Block block = block(live);
    Order killed = live.running();

    guards.freeOrderOrSlot(person, id, Optional.of(killed.token()));

    assertEquals(Optional.of(block), guard());
  }
}
