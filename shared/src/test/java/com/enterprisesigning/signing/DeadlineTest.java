package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.ProtocolWorld.assertRefused;
import static com.enterprisesigning.signing.ProtocolWorld.refused;
import static com.enterprisesigning.signing.Samples.IP_A;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a call no longer begins when its time runs out ({@code docs/architecture.md#timing}). */
class DeadlineTest {
  private final ProtocolWorld world = new ProtocolWorld();
  private final UUID participant = world.participant;

  @Test
  void createAnswer_isNotWaitedFor_whenTheTimeIsUp() {
    Deadline soon =
        new Deadline(world.now().plus(Timing.LEFT_TO_CREATE).minusMillis(1), world.clock);

    Outcome<Signing> outcome = world.core.start(ProtocolWorld.request(participant, IP_A), soon);

    assertRefused(Reason.RFA5_BANKID_UNAVAILABLE, outcome);
    assertEquals(List.of(), world.bankId.calls());
    assertEquals(Optional.empty(), world.guard());
  }

  @Test
  void bankIdIsNotAsked_whenThereIsNoTimeLeftToStoreItsAnswer() {
    answered(world.start(participant, IP_A));
    world.bankId.sign("order-1");
    Deadline soon = new Deadline(world.now().plus(Timing.LEFT_TO_ASK).minusMillis(1), world.clock);

    Signing signing = answered(world.core.collect(Samples.CLIENT, participant, soon));

    assertEquals(SigningStatus.INITIATED, signing.status());
    assertEquals(List.of(), world.bankId.handedOut());
  }

  @Test
  void withdrawal_stopsBeforeItsTimeIsUp_andIsRepeated() {
    answered(world.start(participant, IP_A));
    UUID process = world.stored(participant).processId();
    Deadline soon = new Deadline(world.now().plus(Timing.LEFT_TO_ASK).minusMillis(1), world.clock);

    assertRefused(
        Reason.RFA5_BANKID_UNAVAILABLE, world.core.withdraw(Samples.CLIENT, process, soon));
    answered(world.core.withdraw(Samples.CLIENT, process, world.deadline()));

    assertEquals(List.of(), world.bankId.running());
  }

  @Test
  void lostRounds_endWithTheTime() {
    answered(world.start(participant, IP_A));
    world.bankId.fail("order-1", HintCode.USER_CANCEL);
    Deadline soon = new Deadline(world.now().plus(Timing.LEFT_TO_ASK), world.clock);
    world.bankId.answersAfter(Duration.ofSeconds(5), world.clock);

    assertEquals(
        Optional.of(Refusal.Cause.OVERTAKEN),
        refused(world.core.start(ProtocolWorld.request(participant, IP_A), soon)).cause());
    assertEquals(1, created());
  }

  private long created() {
    return world.bankId.calls().stream().filter("create"::equals).count();
  }
}
