package com.enterprisesigning.conflict;

import com.enterprisesigning.conflict.Verdict.Blocked;
import com.enterprisesigning.conflict.Verdict.Conflict;
import com.enterprisesigning.conflict.Verdict.Free;
import com.enterprisesigning.conflict.Verdict.InProgress;
import com.enterprisesigning.conflict.Verdict.KeyReused;
import com.enterprisesigning.conflict.Verdict.Replay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a start is refused with 409 ({@code docs/architecture.md#the-conflict-rules}).
 *
 * @param signingWindow the longest time that an order counts as live
 * @param differentIpsBlock how long starts from different IPs block a person
 * @param phoneBlock how long a second phone start, or a mix of phone and /start, blocks a person
 */
public record ConflictRules(
    Duration signingWindow, Duration differentIpsBlock, Duration phoneBlock) {

  /** Evaluates an incoming start against the person's guard. */
  public Verdict judge(Optional<Guard> guard, Contender incoming, Instant now) {
    return guard
        .filter(standing -> now.isBefore(standing.expiresAt()))
        .map(standing -> judgeStanding(standing, incoming, now))
        .orElseGet(Free::new);
  }

  private Verdict judgeStanding(Guard guard, Contender incoming, Instant now) {
    return switch (guard) {
      case Guard.Block block -> new Blocked(block.expiresAt());
      case Guard.Slot slot -> judgeSlot(slot, incoming, now);
      case Guard.Lease lease ->
          judgeRunning(
              lease, lease.reservedAt().plus(signingWindow), new InProgress(), incoming, now);
      case Guard.Live live -> judgeRunning(live, live.expiresAt(), new Replay(live), incoming, now);
    };
  }

  private Verdict judgeSlot(Guard.Slot slot, Contender incoming, Instant now) {
    if (incoming.channel() == Channel.PHONE || incoming.comesLike(slot.holder())) {
      return new Free();
    }
    return new Conflict(
        ConflictKind.DIFFERENT_IPS, block(slot, incoming, now.plus(differentIpsBlock)));
  }

  private Verdict judgeRunning(
      Guard running, Instant windowEnd, Verdict again, Contender incoming, Instant now) {
    Contender holder = running.holder();
    if (incoming.token().equals(holder.token())) {
      return new Free();
    }
    if (incoming.sharesKeyWith(holder) && incoming.comesLike(holder)) {
      return incoming.asksTheSameAs(holder) ? again : new KeyReused();
    }
    ConflictKind kind = kind(holder, incoming);
    return new Conflict(
        kind,
        switch (kind) {
          case SAME_IP ->
              new Guard.Slot(holder.withoutKey(), running.order(), incoming.token(), windowEnd);
          case DIFFERENT_IPS -> block(running, incoming, now.plus(differentIpsBlock));
          case PHONE, MIXED -> block(running, incoming, now.plus(phoneBlock));
        });
  }

  private static ConflictKind kind(Contender holder, Contender incoming) {
    if (holder.channel() != incoming.channel()) {
      return ConflictKind.MIXED;
    }
    return switch (incoming.channel()) {
      case PHONE -> ConflictKind.PHONE;
      case START -> incoming.comesLike(holder) ? ConflictKind.SAME_IP : ConflictKind.DIFFERENT_IPS;
    };
  }

  private static Guard.Block block(Guard over, Contender incoming, Instant until) {
    return new Guard.Block(over.holder().withoutKey(), over.order(), incoming.token(), until);
  }
}
