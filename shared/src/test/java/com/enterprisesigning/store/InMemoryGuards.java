package com.enterprisesigning.store;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.signing.Timing;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The guards in memory. */
public final class InMemoryGuards implements Guards {
  private final InMemorySignings signings;
  private final Map<PersonKey, Guard> guards = new HashMap<>();

  /**
   * The token of the start that last set a slot or a block on the guard. It is kept until the guard
   * is freed, whichever start takes the guard (rule F5).
   */
  private final Map<PersonKey, UUID> setBy = new HashMap<>();

  InMemoryGuards(InMemorySignings signings) {
    this.signings = signings;
  }

  InMemoryGuards copy(InMemorySignings signings) {
    InMemoryGuards copy = new InMemoryGuards(signings);
    copy.guards.putAll(guards);
    copy.setBy.putAll(setBy);
    return copy;
  }

  @Override
  public Optional<Guard> guard(PersonKey person) {
    return Optional.ofNullable(guards.get(person));
  }

  @Override
  public Reserved reserve(PersonKey person, Contender contender, Instant now) {
    Optional<Guard> before = guard(person);
    if (before.isPresent() && !lets(before.get(), contender, now)) {
      return new Reserved.Held(before.get());
    }
    guards.put(
        person,
        new Guard.Lease(contender, now, now.plus(Timing.LEASE), before.flatMap(Guard::order)));
    return new Reserved.Taken(before);
  }

  private static boolean lets(Guard guard, Contender contender, Instant now) {
    return !guard.expiresAt().isAfter(now)
        || switch (guard) {
          case Guard.Slot slot ->
              contender.channel() == Channel.PHONE
                  || contender.endUserIp().equals(slot.holder().endUserIp());
          case Guard.Lease lease -> lease.holder().token().equals(contender.token());
          case Guard.Live live -> false;
          case Guard.Block block -> false;
        };
  }

  @Override
  public void release(PersonKey person, UUID token, Optional<Guard> before) {
    if (guards.get(person) instanceof Guard.Lease lease && lease.holder().token().equals(token)) {
      free(person);
      before.ifPresent(found -> guards.put(person, found));
      before.flatMap(InMemoryGuards::setter).ifPresent(setter -> setBy.put(person, setter));
    }
  }

  @Override
  public boolean activate(
      PersonKey person, Guard.Live live, Attempt attempt, Optional<UUID> tokenRead) {
    Signing signing = signings.get(live.holder().participantId());
    Guard guard = guards.get(person);
    if (signing == null) {
      return false;
    }
    boolean guardIsMine =
        (guard instanceof Guard.Lease lease && lease.holder().token().equals(attempt.token()))
            || (guard instanceof Guard.Live mine && mine.running().token().equals(attempt.token()));
    boolean wasActivated = signing.token().equals(Optional.of(attempt.token()));
    boolean signingIsAsRead =
        signing.token().equals(tokenRead)
            && signing.status() != SigningStatus.COMPLETE
            && !signing.withdrawn();
    if (!guardIsMine || !(wasActivated || signingIsAsRead)) {
      return false;
    }
    if (!wasActivated) {
      guards.put(person, live);
      signings.put(signing.started(attempt));
    }
    return true;
  }

  @Override
  public Recorded recordConflict(PersonKey person, Guard seen, Guard leaves) {
    Guard standing = guards.get(person);
    UUID setter = setter(leaves).orElseThrow();
    if (setter.equals(setBy.get(person))) {
      return new Recorded.Done();
    }
    if (standing == null
        || standing.getClass() != seen.getClass()
        || !standing.holder().token().equals(seen.holder().token())
        || !standing.expiresAt().equals(seen.expiresAt())) {
      return new Recorded.GuardMoved(Optional.ofNullable(standing));
    }
    if (seen instanceof Guard.Live live) {
      Signing loser = signings.get(live.running().participantId());
      boolean runs =
          loser.token().equals(Optional.of(live.running().token()))
              && (loser.status() == SigningStatus.INITIATED
                  || loser.status() == SigningStatus.PENDING);
      if (!runs) {
        return new Recorded.OrderNotRunning();
      }
      signings.put(loser, SigningStatus.ENDING, loser.hint(), loser.missingSince());
    }
    guards.put(person, leaves);
    setBy.put(person, setter);
    return new Recorded.Done();
  }

  private static Optional<UUID> setter(Guard guard) {
    return switch (guard) {
      case Guard.Slot slot -> Optional.of(slot.setBy());
      case Guard.Block block -> Optional.of(block.setBy());
      case Guard.Lease lease -> Optional.empty();
      case Guard.Live live -> Optional.empty();
    };
  }

  private void free(PersonKey person) {
    guards.remove(person);
    setBy.remove(person);
  }

  @Override
  public void freeOrder(PersonKey person, Order order) {
    if (guards.get(person) instanceof Guard.Live live && live.running().equals(order)) {
      free(person);
    }
  }

  @Override
  public boolean leaveSlot(PersonKey person, Order order, Instant now) {
    Guard guard = guards.get(person);
    if (guard instanceof Guard.Slot slot && slot.setBy().equals(order.token())) {
      return slot.expiresAt().isAfter(now);
    }
    if (guard instanceof Guard.Live live
        && live.running().equals(order)
        && live.expiresAt().isAfter(now)) {
      guards.put(
          person,
          new Guard.Slot(
              live.holder().withoutKey(), Optional.of(order), order.token(), live.expiresAt()));
      setBy.put(person, order.token());
      return true;
    }
    return false;
  }

  @Override
  public Optional<Guard> freeOrderOrSlot(
      PersonKey person, UUID participantId, Optional<UUID> token) {
    boolean frees =
        switch (guards.get(person)) {
          case Guard.Live live -> token.equals(Optional.of(live.holder().token()));
          case Guard.Slot slot ->
              slot.holder().participantId().equals(participantId)
                  && slot.order()
                      .map(order -> order.participantId().equals(participantId))
                      .orElse(true);
          case Guard.Lease lease -> false;
          case Guard.Block block -> false;
          case null -> false;
        };
    if (frees) {
      free(person);
    }
    return guard(person);
  }

  @Override
  public void endSlot(PersonKey person, Guard.Slot slot, Instant now) {
    boolean stands =
        guards.get(person) instanceof Guard.Slot standing
            && standing.holder().token().equals(slot.holder().token())
            && standing.setBy().equals(slot.setBy())
            && standing.expiresAt().isAfter(now);
    if (stands) {
      guards.put(person, new Guard.Slot(slot.holder(), slot.order(), slot.setBy(), now));
    }
  }
}
