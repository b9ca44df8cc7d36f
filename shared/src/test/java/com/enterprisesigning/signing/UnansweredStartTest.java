package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.ProtocolWorld.refused;
import static com.enterprisesigning.signing.Samples.IP_A;
import static com.enterprisesigning.signing.Samples.IP_B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.signing.Interruptions.Moment;
import com.enterprisesigning.store.StoreContended;
import com.enterprisesigning.store.StoreRefused;
import com.enterprisesigning.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A start that the table does not answer leaves nothing behind, or says when what it left ends. */
class UnansweredStartTest {
  private static final Optional<Idempotency> KEY = Optional.of(new Idempotency("key", "request"));

  private final ProtocolWorld world = new ProtocolWorld();
  private final UUID participant = world.participant;

  private StoreUnavailable failure() {
    return assertThrows(StoreUnavailable.class, () -> world.start(participant, IP_A));
  }

  @Test
  void start_leavesNoLease_whenItsReadFails() {
    world.interruptions.interrupt("participant", Moment.BEFORE);

    assertFalse(failure() instanceof LeaseLeft);
    assertEquals(Optional.empty(), world.guard());
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void start_saysWhenItsLeaseEnds_whenItsReservationFails(Moment moment) {
    Instant leaseEnd = world.now().plus(Timing.LEASE);
    world.interruptions.interrupt("reserve", moment);

    assertEquals(leaseEnd, assertInstanceOf(LeaseLeft.class, failure()).until());
    world.clock.setInstant(leaseEnd);
    answered(world.start(participant, IP_B));
  }

  @Test
  void start_saysWhenItsLeaseEnds_whenItCannotBeReleased() {
    Instant leaseEnd = world.now().plus(Timing.LEASE);
    world.bankId.answersNextCreate(new BankId.Created.NoAnswer());
    world.interruptions.interrupt("release", Moment.BEFORE);

    assertEquals(leaseEnd, assertInstanceOf(LeaseLeft.class, failure()).until());
  }

  /** Sends the call of a start that has died again, and returns how long to wait after that. */
  private Duration waitOfARepeatedCall(Duration afterTheDeath) {
    Instant now = world.now();
    world.clock.add(afterTheDeath);
    Refusal refusal = refused(world.start(participant, IP_A, KEY));
    assertEquals(Reason.REQUEST_IN_PROGRESS, refusal.reason());
    Duration wait = Duration.between(world.now(), refusal.retryAt().orElseThrow());
    world.clock.setInstant(now);
    return wait;
  }

  @Test
  void start_tellsARepeatedCallToWaitLonger_theLongerItsLeaseStands() {
    world.bankId.answersNextCreate(new BankId.Created.NoAnswer());
    world.interruptions.interrupt("release", Moment.BEFORE);
    assertThrows(StoreUnavailable.class, () -> world.start(participant, IP_A, KEY));

    assertEquals(Duration.ofSeconds(1), waitOfARepeatedCall(Duration.ZERO));
    assertEquals(Duration.ofSeconds(1), waitOfARepeatedCall(Duration.ofMillis(900)));
    assertEquals(Duration.ofSeconds(4), waitOfARepeatedCall(Duration.ofSeconds(4)));
    assertEquals(Duration.ofSeconds(14), waitOfARepeatedCall(Duration.ofSeconds(16)));
    assertEquals(Duration.ofSeconds(1), waitOfARepeatedCall(Timing.LEASE.minusMillis(1)));
    world.clock.add(Timing.LEASE);
    answered(world.start(participant, IP_A, KEY));
  }

  @Test
  void start_putsTheGuardBack_whenTheEndOfAnEarlierOrderCannotBeRecorded() {
    answered(world.start(participant, IP_A));
    world.interruptions.interrupt("recordConflict", Moment.AFTER);
    failure();
    Optional<Guard> slot = world.guard();
    world.interruptions.interrupt("fail", Moment.BEFORE);
    failure();

    assertInstanceOf(Guard.Slot.class, slot.orElseThrow());
    assertEquals(slot, world.guard());
  }

  @Test
  void start_leavesNoLease_whenAConflictCannotBeRecorded() {
    answered(world.start(participant, IP_A));
    Optional<Guard> live = world.guard();
    world.interruptions.interrupt("recordConflict", Moment.BEFORE);

    assertFalse(failure() instanceof LeaseLeft);
    assertEquals(live, world.guard());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reserve", "recordConflict"})
  void start_answers409_whenOtherTransactionsAreInTheWay(String step) {
    answered(world.start(participant, IP_A));
    world.interruptions.interrupt(step, new StoreContended("in the way", null));

    assertEquals(Refusal.lostRace(world.now()), refused(world.start(participant, IP_B)));
  }

  @Test
  void start_fails_whenTheTableRefusesItForGood() {
    world.interruptions.interrupt("reserve", new StoreRefused("no right", null));

    assertInstanceOf(StoreRefused.class, failure());
  }
}
