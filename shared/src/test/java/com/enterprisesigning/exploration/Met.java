package com.enterprisesigning.exploration;

import com.enterprisesigning.conflict.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a call may meet of what a person has: it ends by the clock, or with its order. */
final class Met {
  private Met() {}

  /** What was met counts, though it ends before the conflict is decided: these are two steps. */
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
   * What the person's holding means at that moment: nothing after its end; nothing, or a slot, once
   * its order has ended.
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

  /** COMPLETE leaves nothing, from when somebody hears of it. */
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
