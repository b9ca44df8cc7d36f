package com.enterprisesigning.conflict;

import com.enterprisesigning.conflict.Ruling.Blocked;
import com.enterprisesigning.conflict.Ruling.Conflict;
import com.enterprisesigning.conflict.Ruling.Free;
import com.enterprisesigning.conflict.Ruling.InProgress;
import com.enterprisesigning.conflict.Ruling.KeyReused;
import com.enterprisesigning.conflict.Ruling.Replay;
import com.enterprisesigning.domain.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Judges whether a start is refused with 409 ({@code docs/architecture.md#the-conflict-rules}).
 *
 * <p>Three rows of the README's table are judged in {@code signing}: an order at another bank in
 * {@code Start.create}, an order that is not settled in {@code Refusal.unended}, and a cancel in a
 * block in {@code Cancel.blocked}.
 *
 * @param signingWindow the longest time that an order counts as live
 * @param differentIpsBlock how long starts from different IPs block a person
 * @param phoneBlock how long a second phone start, or a mix of phone and /start, blocks a person
 */
public record ConflictRules(
    Duration signingWindow, Duration differentIpsBlock, Duration phoneBlock) {

  /** Evaluates an incoming start against the person's guard. */
  public Ruling judge(Optional<Guard> guard, Contender incoming, Instant now) {
    Optional<Guard> standing = guard.filter(found -> now.isBefore(found.expiresAt()));
    return standing.isPresent() ? judgeStanding(standing.get(), incoming, now) : new Free();
  }

  private Ruling judgeStanding(Guard guard, Contender incoming, Instant now) {
    return switch (guard) {
      case Guard.Block block -> new Blocked(block.expiresAt());
      case Guard.Slot slot -> judgeSlot(slot, incoming, now);
      case Guard.Lease lease ->
          judgeRunning(
              lease, lease.reservedAt().plus(signingWindow), new InProgress(lease), incoming, now);
      case Guard.Live live -> judgeRunning(live, live.expiresAt(), new Replay(live), incoming, now);
    };
  }

  private Ruling judgeSlot(Guard.Slot slot, Contender incoming, Instant now) {
    if (incoming.channel() == Channel.PHONE || incoming.sharesChannelAndIpWith(slot.holder())) {
      return new Free();
    }
    return new Conflict(
        Conflict.Kind.DIFFERENT_IPS, block(slot, incoming, now.plus(differentIpsBlock)));
  }

  private Ruling judgeRunning(
      Guard running, Instant windowEnd, Ruling onRepeat, Contender incoming, Instant now) {
    Contender holder = running.holder();
    if (incoming.token().equals(holder.token())) {
      return new Free();
    }
    if (incoming.sharesKeyWith(holder) && incoming.sharesChannelAndIpWith(holder)) {
      return incoming.asksTheSameAs(holder) ? onRepeat : new KeyReused();
    }
    Conflict.Kind kind = kind(holder, incoming);
    return new Conflict(
        kind,
        switch (kind) {
          case SAME_IP ->
              new Guard.Slot(holder.withoutKey(), running.order(), incoming.token(), windowEnd);
          case DIFFERENT_IPS -> block(running, incoming, now.plus(differentIpsBlock));
          case PHONE, MIXED -> block(running, incoming, now.plus(phoneBlock));
        });
  }

  private static Conflict.Kind kind(Contender holder, Contender incoming) {
    if (holder.channel() != incoming.channel()) {
      return Conflict.Kind.MIXED;
    }
    return switch (incoming.channel()) {
      case PHONE -> Conflict.Kind.PHONE;
      case START ->
          incoming.sharesChannelAndIpWith(holder)
              ? Conflict.Kind.SAME_IP
              : Conflict.Kind.DIFFERENT_IPS;
    };
  }

  private static Guard.Block block(Guard over, Contender incoming, Instant until) {
    return new Guard.Block(over.holder().withoutKey(), over.order(), incoming.token(), until);
  }
}
