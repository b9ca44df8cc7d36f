package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.Samples.IP_A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.aws.AwsClients;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.InMemoryTimestampAuthority;
import com.enterprisesigning.evidence.StampedText;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.TimestampAuthority.Reason;
import com.enterprisesigning.signing.FollowUp.Followed;
import com.enterprisesigning.signing.Interruptions.Moment;
import com.enterprisesigning.store.FollowUpMessage;
import com.enterprisesigning.store.FollowUpQueue;
import com.enterprisesigning.store.StoreUnavailable;
import com.enterprisesigning.timestamp.HttpTimestampAuthority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The evidence is stamped when the order is over, and never delays a signing ({@code
 * docs/architecture.md#time-stamps}).
 */
class TimeStampingTest {
  private static final Duration FIRST = ProtocolWorld.TIMING.followUp().getFirst();
  private static final Duration LAST = ProtocolWorld.TIMING.followUp().getLast();

  private final WorldsClock clock = new WorldsClock();
  private final InMemoryTimestampAuthority authority = new InMemoryTimestampAuthority(clock);
  private final ProtocolWorld world = new ProtocolWorld(Optional.of(authority));
  private final UUID participant = world.participant;

  /** The clock of the world, which is made after the authority. */
  private final class WorldsClock extends Clock {
    @Override
    public Instant instant() {
      return world.now();
    }

    @Override
    public ZoneId getZone() {
      return world.clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return world.clock.withZone(zone);
    }
  }

  @Test
  void followUp_stampsASignature_thatWasCollected() {
    signAndCollect();
    assertEquals(List.of(), authority.asked());

    world.clock.add(FIRST);
    world.followUp();

    Evidence evidence = world.evidence(participant);
    assertEquals(
        List.of(HexFormat.of().formatHex(StampedText.of(evidence).digest())), authority.asked());
    assertEquals(world.now(), timeStamp().orElseThrow().at());
    assertEquals(List.of("STAMPED"), outcomes());
  }

  @Test
  void followUp_stampsASignature_thatItStores() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");

    world.clock.add(FIRST);
    world.followUp();

    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
    assertTrue(timeStamp().isPresent());
  }

  /** It may verify once a root is corrected. */
  @Test
  void followUp_stampsARejectedSignature() {
    world.verifies(false);
    signAndCollect();
    assertEquals(SigningStatus.COLLECT_ERROR, world.stored(participant).status());

    world.clock.add(FIRST);
    world.followUp();

    assertTrue(timeStamp().isPresent());
  }

  @Test
  void followUp_stampsASignature_thatComesFromTheQueue() {
    answered(world.start(participant, IP_A));
    FollowUpMessage stored =
        new FollowUpMessage.Store(
            world.stored(participant).personKey(),
            world.stored(participant).order().orElseThrow(),
            Samples.completion("order-1"));

    assertEquals(Followed.DONE, follow(stored));

    assertTrue(timeStamp().isPresent());
  }

  @Test
  void followUp_asksNoAuthority_whenNothingWasSigned() {
    answered(world.start(participant, IP_A));
    world.cancel(participant);

    world.followUpToTheEnd();

    assertEquals(List.of(), authority.asked());
    assertEquals(List.of(), outcomes());
  }

  @Test
  void followUp_stampsTheEvidenceOfItsOwnOrder() {
    world.verifies(false);
    signAndCollect();
    FollowUpMessage first = settle();
    world.verifies(true);
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-2");
    world.collect(participant);
    world.clock.add(Timing.LEASE);

    follow(first);

    assertEquals(
        List.of("order-2 false", "order-1 true"),
        world.memory.evidences().all(participant).stream()
            .map(filed -> filed.orderRef() + " " + filed.timeStamp().get().isPresent())
            .toList());
  }

  @Test
  void followUp_stampsOnce_whenItsMessageArrivesTwice() {
    signAndCollect();

    world.followUpToTheEnd();

    assertEquals(1, authority.asked().size());
    assertEquals(List.of("STAMPED"), outcomes());
  }

  @Test
  void followUp_leavesTheFirstTimeStamp_whenTwoMessagesAskAtOnce() {
    signAndCollect();
    FollowUpMessage message = settle();
    authority.meanwhile(() -> {
      authority.meanwhile(() -> {});
      follow(message);
    });

    assertEquals(Followed.DONE, follow(message));

    assertEquals(2, authority.asked().size());
    assertEquals(List.of("STAMPED"), outcomes());
  }

  @Test
  void followUp_asksAgain_whileTheAuthorityIsAway_andBankIdIsNotAsked() {
    signAndCollect();
    int calls = world.bankId.calls().size();
    authority.refuse(Reason.AWAY);
    world.clock.add(FIRST);
    world.followUp();
    assertEquals(Optional.empty(), timeStamp());
    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());

    world.clock.add(Duration.ofHours(2));
    authority.recover();
    world.followUpToTheEnd();

    assertTrue(timeStamp().isPresent());
    assertEquals(List.of("STAMPED"), outcomes());
    assertEquals(calls, world.bankId.calls().size());
  }

  @Test
  void followUp_asksAgain_notSoonerThanHalfAMinuteLater() {
    signAndCollect();
    authority.refuse(Reason.SLOW);
    assertEquals(Followed.AGAIN, follow(settle(world.now().minus(LAST))));

    world.clock.add(Timing.STAMP_PAUSE.minusMillis(1));
    world.followUp();

    assertEquals(1, authority.asked().size());
  }

  /** The last of the order's two messages asks again, at most every 14 minutes for three days. */
  @Test
  void followUp_givesUp_afterThreeDays() {
    signAndCollect();
    authority.refuse(Reason.REJECTED);

    world.followUpToTheEnd();

    assertEquals(List.of("GIVEN_UP"), outcomes());
    assertEquals(SigningStatus.COMPLETE, world.stored(participant).status());
    int asked = authority.asked().size();
    assertTrue(asked > 250 && asked < 350, () -> "asked " + asked + " times");
  }

  @Test
  void firstFollowUp_doesNotAskAgain_becauseTheLastOneAsks() {
    signAndCollect();
    authority.refuse(Reason.AWAY);

    world.clock.add(FIRST);
    world.followUp();
    world.clock.add(LAST.minus(FIRST).minusSeconds(3));
    world.followUp();

    assertEquals(1, authority.asked().size());
    assertFalse(world.queue.isEmpty());
  }

  /** Clocks differ a little, and the delay begins after the create. */
  @Test
  void lastFollowUp_asksAgain_evenIfItComesALittleEarly() {
    signAndCollect();
    authority.refuse(Reason.AWAY);
    FollowUpMessage message =
        settle(world.now().minus(LAST).plus(Timing.FOLLOW_UP_AGAIN).minusMillis(1));

    assertEquals(Followed.AGAIN, follow(message));
  }

  @Test
  void followUp_endsAsGivenUp_whenTheAuthorityHasGivenNoTimeStampForThreeDays() {
    signAndCollect();
    authority.refuse(Reason.UNTRUSTED);
    FollowUpMessage message = stamp(world.now().minus(Timing.STAMP_LIFE));

    assertEquals(Followed.GIVEN_UP, follow(message));

    assertTrue(world.queue.due().isEmpty());
  }

  @Test
  void followUp_asksNoAuthority_whenTooLittleTimeIsLeft() {
    signAndCollect();
    Deadline near = new Deadline(world.now().plus(Timing.LEFT_TO_STAMP).minusMillis(1), clock);

    assertEquals(Followed.AGAIN, world.core.followUp().follow(stamp(world.now()), near));

    assertEquals(List.of(), authority.asked());
  }

  @Test
  void message_comesAgain_whenTheTableTakesNoTimeStamp() {
    signAndCollect();
    world.interruptions.interrupt("stamp", Moment.BEFORE);

    assertThrows(StoreUnavailable.class, () -> follow(settle()));
    assertEquals(Followed.DONE, follow(settle()));

    assertEquals(List.of("STAMPED"), outcomes());
  }

  @Test
  void followUp_readsAndSendsNothing_withoutAnAuthority() {
    ProtocolWorld without = new ProtocolWorld();
    answered(without.start(without.participant, IP_A));
    without.bankId.sign("order-1");
    without.collect(without.participant);
    without.interruptions.interrupt("all", Moment.BEFORE);

    without.clock.add(Duration.ofMinutes(4));
    without.followUp();

    assertTrue(without.queue.isEmpty());
    assertThrows(StoreUnavailable.class, () -> without.evidence(without.participant));
  }

  @Test
  void times_nest() {
    Duration root = AwsClients.SECRETS_TIMEOUT;
    Duration table = Duration.ofMillis(2_900);

    assertTrue(
        root.plus(HttpTimestampAuthority.TIMEOUT).plus(table).compareTo(Timing.LEFT_TO_STAMP) < 0);
    assertTrue(
        Timing.STAMP_PAUSE_LONGEST
                .plus(Timing.FOLLOW_UP_SPREAD)
                .compareTo(FollowUpQueue.LONGEST_DELAY)
            <= 0);
  }

  private void signAndCollect() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    world.collect(participant);
  }

  private FollowUpMessage settle() {
    return settle(world.now());
  }

  private FollowUpMessage settle(Instant createdAt) {
    return new FollowUpMessage.Settle(
        world.stored(participant).personKey(),
        world.stored(participant).order().orElseThrow(),
        createdAt);
  }

  private FollowUpMessage stamp(Instant since) {
    return new FollowUpMessage.Stamp(
        world.stored(participant).personKey(),
        world.stored(participant).order().orElseThrow(),
        since);
  }

  private Followed follow(FollowUpMessage message) {
    return world.core.followUp().follow(message, world.deadline());
  }

  private Optional<TimeStamp> timeStamp() {
    return answered(world.core.evidence(Samples.CLIENT, participant, Optional.empty())).timeStamp();
  }

  private List<String> outcomes() {
    return world.decisions(AuditRecord.Kind.TIME_STAMP).stream().map(AuditRecord::outcome).toList();
  }
}
