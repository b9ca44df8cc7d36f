package com.enterprisesigning.exploration;

import com.enterprisesigning.conflict.Contender;
import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.signing.Signing;
import com.enterprisesigning.signing.SigningStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Derives the specification's person from the table and from BankID, as they are when the calls
 * begin.
 */
final class Beginnings {
  private Beginnings() {}

  static Person of(State beginning) {
    World world = beginning.world();
    Set<String> lost = beginning.observed().lost();
    boolean verifies = beginning.verifies();
    Map<Call.Who, String> newest = new EnumMap<>(Call.Who.class);
    Map<String, Person.End> ends = new HashMap<>();
    Set<Call.Who> heard = EnumSet.noneOf(Call.Who.class);
    Set<String> killed = new HashSet<>();
    Map<Call.Who, String> signed = new EnumMap<>(Call.Who.class);
    Set<Call.Who> withdrawn = EnumSet.noneOf(Call.Who.class);
    for (String order : world.bankId().orders()) {
      end(world, order).ifPresent(end -> ends.put(BankIdTwin.maker(order), end));
    }
    for (Call.Who who : World.PLAYED) {
      Signing signing = world.signing(who);
      if (signing.withdrawn()) {
        withdrawn.add(who);
      }
      signing
          .attempt()
          .ifPresent(attempt -> {
            String order = attempt.orderRef();
            newest.put(who, BankIdTwin.maker(order));
            if (signing.status() == SigningStatus.ENDING) {
              ends.put(BankIdTwin.maker(order), Person.End.CANCELLED);
              killed.add(BankIdTwin.maker(order));
            }
            if (isOver(signing)) {
              heard.add(who);
            }
            if (verifies && !lost.contains(order) && world.bankId().isSigned(order)) {
              signed.put(who, BankIdTwin.maker(order));
            }
          });
    }
    return new Person(holding(world), newest, ends, heard, signed, withdrawn, killed);
  }

  private static boolean isOver(Signing signing) {
    return signing.status() == SigningStatus.COMPLETE || signing.status() == SigningStatus.FAILED;
  }

  private static Optional<Person.End> end(World world, String order) {
    BankIdTwin.Order standing = world.bankId().order(order);
    if (world.bankId().isSigned(order)) {
      return Optional.of(Person.End.SIGNED);
    }
    return switch (standing.state()) {
      case WAITS, IS_OPENED -> Optional.empty();
      case IS_SIGNED -> Optional.of(Person.End.SIGNED);
      case IS_GONE -> Optional.of(Person.End.CANCELLED);
      case HAS_FAILED ->
          Optional.of(
              switch (standing.hint()) {
                case USER_CANCEL -> Person.End.REFUSED;
                case START_FAILED -> Person.End.UNOPENED;
                case EXPIRED_TRANSACTION -> Person.End.OVERDUE;
                default -> Person.End.CANCELLED;
              });
    };
  }

  private static Holding holding(World world) {
    Optional<Guard> standing =
        world.guard().filter(guard -> world.now().isBefore(guard.expiresAt()));
    if (standing.isEmpty()) {
      return new Holding.Nothing();
    }
    Contender holder = standing.get().holder();
    Call.Who who = who(world, holder);
    return switch (standing.get()) {
      case Guard.Lease lease ->
          started(
              holder,
              who,
              true,
              lease.expiresAt(),
              lease.reservedAt().plus(World.TIMING.signingWindow()));
      case Guard.Live live -> started(holder, who, false, live.expiresAt(), live.expiresAt());
      case Guard.Slot slot -> new Holding.Slot(who, holder.endUserIp(), slot.expiresAt());
      case Guard.Block block -> new Holding.Block(block.expiresAt());
    };
  }

  private static Holding started(
      Contender holder, Call.Who who, boolean isOnItsWay, Instant until, Instant windowEnd) {
    return new Holding.Started(
        maker(holder),
        who,
        holder.channel(),
        holder.endUserIp(),
        holder.idempotency().isPresent(),
        isOnItsWay,
        until,
        windowEnd);
  }

  private static Call.Who who(World world, Contender holder) {
    return World.PLAYED.stream()
        .filter(who -> world.participants().get(who).participantId().equals(holder.participantId()))
        .findAny()
        .orElseThrow();
  }

  /** Returns the call of the situation's script that has this token. */
  private static String maker(Contender holder) {
    return IntStream.range(0, 10)
        .boxed()
        .flatMap(call -> Stream.of("s" + call, "k" + call))
        .filter(name -> Execution.token(name).equals(holder.token()))
        .findAny()
        .orElseThrow();
  }
}
