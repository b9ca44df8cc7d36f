package com.enterprisesigning.signing;

import static com.enterprisesigning.signing.ProtocolWorld.answered;
import static com.enterprisesigning.signing.Samples.IP_A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.store.FollowUpMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A message that no start sent does nothing to the attempt that it names. */
class MismatchedMessageTest {
  private static final PersonKey NOBODY = new PersonKey("0".repeat(64));

  private final ProtocolWorld world = new ProtocolWorld();
  private final UUID participant = world.participant;

  enum Kind {
    SETTLE,
    END,
    STAMP,
    STORE
  }

  @BeforeEach
  void anOrderIsLive() {
    answered(world.start(participant, IP_A));
  }

  @ParameterizedTest
  @EnumSource
  void message_isRefused_whenItsOrderIsNotThatOfItsAttempt(Kind kind) {
    Order own = world.stored(participant).order().orElseThrow();
    Order other =
        new Order(participant, own.token(), "order-of-nobody", own.channel(), own.endUserIp());

    assertThrows(
        MismatchedOrder.class,
        () -> follow(message(kind, world.stored(participant).personKey(), other)));

    assertNothingIsDone();
  }

  @ParameterizedTest
  @EnumSource
  void message_isRefused_whenItsPersonIsNotThatOfItsAttempt(Kind kind) {
    Order own = world.stored(participant).order().orElseThrow();

    assertThrows(MismatchedOrder.class, () -> follow(message(kind, NOBODY, own)));

    assertNothingIsDone();
  }

  private FollowUpMessage message(Kind kind, PersonKey person, Order order) {
    Instant longAgo = world.now().minusSeconds(3_600);
    return switch (kind) {
      case SETTLE -> new FollowUpMessage.Settle(person, order, longAgo);
      case END -> new FollowUpMessage.End(person, order, longAgo);
      case STAMP -> new FollowUpMessage.Stamp(person, order, longAgo);
      case STORE -> new FollowUpMessage.Store(person, order, Samples.completion(order.orderRef()));
    };
  }

  private void follow(FollowUpMessage message) {
    world.core.followUp().follow(message, world.deadline());
  }

  private void assertNothingIsDone() {
    assertEquals(List.of("order-1"), world.bankId.running());
    assertEquals(SigningStatus.INITIATED, world.stored(participant).status());
    world.bankId.sign("order-1");
    assertEquals(SigningStatus.COMPLETE, answered(world.collect(participant)).status());
  }
}
