package com.enterprisesigning.exploration;

import com.enterprisesigning.conflict.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes what a call may find of what a person has, which ends by the clock or with its order.
 */
final class Met {
  private Met() {}

  /**
   * Returns what a call may have met. What it met counts even if it ends before the conflict is
   * decided, because meeting and deciding are two steps.
   */
  static List<Holding> by(Told told, Person person, Moment moment) {
    List<Holding> holdings = at(moment, person);
    boolean wasMet =
        switch (person.holding()) {
          case Holding.Started started ->
              told.span().begunAt().isBefore(started.until())
                  && (person.end(started.maker()).isEmpty()
                      || told.endedMeanwhile().contains(started.maker()));
          case Holding.Slot slot -> told.span().begunAt().isBefore(slot.until());
          case Holding.Block block -> false;
          case Holding.Nothing nothing -> false;
        };
    if (wasMet && !holdings.contains(person.holding())) {
      holdings.add(person.holding());
    }
    return holdings;
  }

  /**
   * Returns what the person's holding means at this moment. It is nothing after its end. Once its
   * order has ended, it is nothing or a slot.
   */
  static List<Holding> at(Moment moment, Person person) {
    Holding holding = person.holding();
    Optional<Instant> until =
        switch (holding) {
          case Holding.Nothing nothing -> Optional.empty();
          case Holding.Started started -> Optional.of(started.until());
          case Holding.Slot slot -> Optional.of(slot.until());
          case Holding.Block block -> Optional.of(block.until());
        };
    List<Holding> holdings = new ArrayList<>();
    if (until.isEmpty() || moment.mayBeAt(until.get()) || isLeftByASigner(person, holding)) {
      holdings.add(new Holding.Nothing());
    }
    if (until.isPresent() && moment.mayBeBefore(until.get())) {
      holdings.add(standing(person, holding));
    }
    return holdings;
  }

  /**
   * Returns whether a signature has freed the holding. COMPLETE leaves nothing once a call has
   * learned of it.
   */
  private static boolean isLeftByASigner(Person person, Holding holding) {
    return switch (holding) {
      case Holding.Slot slot -> person.hasSigned(slot.who());
      case Holding.Started started -> person.hasSignedBefore(started.who(), started.maker());
      case Holding.Block block -> false;
      case Holding.Nothing nothing -> false;
    };
  }

  private static Holding standing(Person person, Holding holding) {
    if (!(holding instanceof Holding.Started started) || started.isOnItsWay()) {
      return holding;
    }
    Optional<Person.End> end = person.end(started.maker());
    if (end.isEmpty()) {
      return started;
    }
    return end.get().leavesSlot() && started.channel() == Channel.START
        ? new Holding.Slot(started.who(), started.ip(), started.windowEnd())
        : new Holding.Nothing();
  }
}
