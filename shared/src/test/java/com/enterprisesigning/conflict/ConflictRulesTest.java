package com.enterprisesigning.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conflict rules, row by row ({@code README.md#when-a-start-is-refused}). */
class ConflictRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(100);
  private static final String NOTHING = "-";

  private final ConflictRules rules =
      new ConflictRules(Duration.ofSeconds(180), Duration.ofSeconds(180), Duration.ofSeconds(60));

  /**
   * The columns are: what the person has; the IP address of its start, or {@code phone}; the
   * incoming start; the answer or the kind of conflict; the guard that is left; and in how many
   * seconds it ends. A live order has 100 seconds of its window left, and a lease was taken 10
   * seconds ago.
   */
  @ParameterizedTest(name = "{0} {1}, incoming {2}: {3} {4} {5}")
  @CsvSource({
    "nothing, -,         192.0.2.1, FREE,          -,     -",
    "nothing, -,         phone,     FREE,          -,     -",
    "live,    192.0.2.1, 192.0.2.1, SAME_IP,       SLOT,  100",
    "live,    192.0.2.1, 192.0.2.2, DIFFERENT_IPS, BLOCK, 180",
    "live,    phone,     phone,     PHONE,         BLOCK, 60",
    "live,    192.0.2.1, phone,     MIXED,         BLOCK, 60",
    "live,    phone,     192.0.2.1, MIXED,         BLOCK, 60",
    "lease,   192.0.2.1, 192.0.2.1, SAME_IP,       SLOT,  170",
    "lease,   192.0.2.1, 192.0.2.2, DIFFERENT_IPS, BLOCK, 180",
    "lease,   phone,     phone,     PHONE,         BLOCK, 60",
    "lease,   192.0.2.1, phone,     MIXED,         BLOCK, 60",
    "slot,    192.0.2.1, 192.0.2.1, FREE,          -,     -",
    "slot,    192.0.2.1, phone,     FREE,          -,     -",
    "slot,    192.0.2.1, 192.0.2.2, DIFFERENT_IPS, BLOCK, 180",
    "block,   192.0.2.1, 192.0.2.1, BLOCKED,       -,     100",
    "block,   192.0.2.1, 192.0.2.2, BLOCKED,       -,     100",
    "block,   192.0.2.1, phone,     BLOCKED,       -,     100",
    "block,   phone,     192.0.2.1, BLOCKED,       -,     100",
    "expired, 192.0.2.1, 192.0.2.1, FREE,          -,     -",
    "expired, 192.0.2.1, 192.0.2.2, FREE,          -,     -",
    "expired, phone,     phone,     FREE,          -,     -",
  })
  void judge_followsTheTable(
      String has, String from, String incoming, String answer, String leaves, String seconds) {
    Contender start = contender(incoming, Optional.empty());

    Ruling verdict = rules.judge(guard(has, from), start, NOW);

    switch (verdict) {
      case Ruling.Free() -> assertEquals("FREE", answer);
      case Ruling.Blocked(Instant until) -> {
        assertEquals("BLOCKED", answer);
        assertEquals(NOW.plusSeconds(Long.parseLong(seconds)), until);
      }
      case Ruling.Conflict(Ruling.Conflict.Kind kind, Guard left) -> {
        assertEquals(kind.name(), answer);
        assertEquals(leaves, left instanceof Guard.Slot ? "SLOT" : "BLOCK");
        assertEquals(NOW.plusSeconds(Long.parseLong(seconds)), left.expiresAt());
        assertEquals(start.token(), setBy(left));
      }
      default -> throw new AssertionError("unexpected " + verdict);
    }
  }

  @Test
  void judge_replays_whenTheSameKeyMeetsItsLiveOrder() {
    Guard.Live live = live(contender("192.0.2.1", key("k", "r")));

    Ruling verdict = rules.judge(Optional.of(live), contender("192.0.2.1", key("k", "r")), NOW);

    assertEquals(new Ruling.Replay(live), verdict);
  }

  @Test
  void judge_saysInProgress_whenTheSameKeyMeetsItsLease() {
    Guard lease = lease(contender("192.0.2.1", key("k", "r")));

    Ruling verdict = rules.judge(Optional.of(lease), contender("192.0.2.1", key("k", "r")), NOW);

    assertInstanceOf(Ruling.InProgress.class, verdict);
  }

  @Test
  void judge_saysKeyReused_whenTheSameKeyAsksForSomethingElse() {
    Guard live = live(contender("192.0.2.1", key("k", "r")));

    Ruling verdict = rules.judge(Optional.of(live), contender("192.0.2.1", key("k", "other")), NOW);

    assertInstanceOf(Ruling.KeyReused.class, verdict);
  }

  @Test
  void judge_isAConflict_whenTheSameKeyComesFromAnotherAddress() {
    Guard live = live(contender("192.0.2.1", key("k", "r")));

    Ruling verdict = rules.judge(Optional.of(live), contender("192.0.2.2", key("k", "r")), NOW);

    assertEquals(
        Ruling.Conflict.Kind.DIFFERENT_IPS,
        assertInstanceOf(Ruling.Conflict.class, verdict).kind());
  }

  @Test
  void judge_isAConflict_whenTheSameKeyIsAnotherClients() {
    Guard live = live(contender("192.0.2.1", key("k", "r")));
    Contender same = contender("192.0.2.1", key("k", "r"));
    Contender another =
        new Contender(
            same.token(),
            same.participantId(),
            "another",
            same.channel(),
            same.endUserIp(),
            same.idempotency());

    Ruling verdict = rules.judge(Optional.of(live), another, NOW);

    assertInstanceOf(Ruling.Conflict.class, verdict);
  }

  @Test
  void judge_isFree_whenTheLeaseIsItsOwn() {
    Contender contender = contender("192.0.2.1", Optional.empty());

    assertInstanceOf(Ruling.Free.class, rules.judge(Optional.of(lease(contender)), contender, NOW));
  }

  @Test
  void judge_isAConflict_whenTheKeyIsAnother() {
    Guard live = live(contender("192.0.2.1", key("k", "r")));

    Ruling verdict =
        rules.judge(Optional.of(live), contender("192.0.2.1", key("another", "r")), NOW);

    assertInstanceOf(Ruling.Conflict.class, verdict);
  }

  @Test
  void judge_isAConflict_whenTheSameKeyIsForAnotherParticipant() {
    Guard live = live(contender("192.0.2.1", key("k", "r")));
    Contender same = contender("192.0.2.1", key("k", "r"));
    Contender another =
        new Contender(
            same.token(),
            UUID.randomUUID(),
            same.client(),
            same.channel(),
            same.endUserIp(),
            same.idempotency());

    Ruling verdict = rules.judge(Optional.of(live), another, NOW);

    assertInstanceOf(Ruling.Conflict.class, verdict);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "192.0.2.2", "phone"})
  void judge_leavesTheKilledStartAndItsOrder_withoutItsKey(String incoming) {
    Guard.Live live = live(contender("192.0.2.1", key("k", "r")));

    Ruling verdict = rules.judge(Optional.of(live), contender(incoming, Optional.empty()), NOW);

    Guard left = assertInstanceOf(Ruling.Conflict.class, verdict).leaves();
    assertEquals(live.holder().withoutKey(), left.holder());
    assertEquals(Optional.empty(), left.holder().idempotency());
    assertEquals(Optional.of(live.running()), left.order());
  }

  private static UUID setBy(Guard guard) {
    return switch (guard) {
      case Guard.Slot slot -> slot.setBy();
      case Guard.Block block -> block.setBy();
      default -> throw new AssertionError("a conflict does not leave this guard: " + guard);
    };
  }

  private static Optional<Guard> guard(String has, String from) {
    if (from.equals(NOTHING)) {
      return Optional.empty();
    }
    Contender holder = contender(from, Optional.empty());
    UUID setBy = UUID.randomUUID();
    return Optional.of(
        switch (has) {
          case "live" -> live(holder);
          case "lease" -> lease(holder);
          case "slot" -> new Guard.Slot(holder, Optional.empty(), setBy, LATER);
          case "block" -> new Guard.Block(holder, Optional.empty(), setBy, LATER);
          case "expired" -> new Guard.Live(holder, order(holder), NOW);
          default -> throw new AssertionError(has);
        });
  }

  private static Guard.Live live(Contender holder) {
    return new Guard.Live(holder, order(holder), LATER);
  }

  private static Guard.Lease lease(Contender holder) {
    return new Guard.Lease(holder, NOW.minusSeconds(10), NOW.plusSeconds(20), Optional.empty());
  }

  private static Order order(Contender holder) {
    return new Order(
        holder.participantId(), holder.token(), "order", holder.channel(), holder.endUserIp());
  }

  private static Contender contender(String from, Optional<Idempotency> key) {
    boolean isPhone = from.equals("phone");
    return new Contender(
        UUID.randomUUID(),
        UUID.fromString("7d9c1f0e-4a51-4d1c-8b37-3f6d2c0a9e11"),
        "client",
        isPhone ? Channel.PHONE : Channel.START,
        isPhone ? Optional.empty() : EndUserIp.parse(from),
        key);
  }

  private static Optional<Idempotency> key(String key, String request) {
    return Optional.of(new Idempotency(key, request));
  }
}
