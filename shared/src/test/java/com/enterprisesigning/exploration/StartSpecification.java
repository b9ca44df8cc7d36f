package com.enterprisesigning.exploration;

import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.signing.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What /start and /start/phone may answer: the table in {@code README.md#when-a-start-is-refused},
 * row by row.
 */
final class StartSpecification {
  private static final Duration DIFFERENT_IPS = World.RULES.differentIpsBlock();
  private static final Duration PHONE = World.RULES.phoneBlock();

  private final boolean isFaulty;
  private final boolean killsBoth;
  private final List<Instant> blockEnds;

  StartSpecification(boolean isFaulty, boolean killsBoth, List<Instant> blockEnds) {
    this.isFaulty = isFaulty;
    this.killsBoth = killsBoth;
    this.blockEnds = blockEnds;
  }

  List<Person> after(Person person, Told told, Moment moment) {
    List<Person> persons = new ArrayList<>();
    for (Holding holding : Met.by(told, person, moment)) {
      if (told.isUnknown()) {
        unknown(person, holding, told, moment, persons);
      } else if (told.signing().isPresent()) {
        answered(person, holding, told, persons);
      } else {
        refused(person, holding, told, told.refusal().orElseThrow(), moment, persons);
      }
    }
    return persons;
  }

  private static boolean admits(Holding holding, Told told) {
    return switch (holding) {
      case Holding.Nothing nothing -> true;
      case Holding.Slot slot -> told.channel() == Channel.PHONE || slot.ip().equals(told.ip());
      case Holding.Started started -> false;
      case Holding.Block block -> false;
    };
  }

  private void answered(Person person, Holding holding, Told told, List<Person> persons) {
    Attempt attempt = told.signing().orElseThrow().attempt().orElseThrow();
    String maker = BankIdTwin.maker(attempt.orderRef());
    boolean isReplay = !maker.equals(told.name());
    if (isReplay) {
      boolean stands =
          person.holding() instanceof Holding.Started started && started.maker().equals(maker);
      if (stands && told.kind() == Call.Kind.START_KEYED) {
        persons.add(person);
      }
    } else if (admits(holding, told)
        && (!person.hasSignedBefore(told.who(), told.name()) || mayBeDisplaced(told))
        && !person.withdrawn().contains(told.who())) {
      persons.add(person.started(started(told, false, attempt.windowEnd())));
    }
  }

  private boolean mayBeDisplaced(Told told) {
    return told.isOverlapped() || isFaulty;
  }

  private static Holding.Started started(Told told, boolean isOnItsWay, Instant until) {
    return new Holding.Started(
        told.name(),
        told.who(),
        told.channel(),
        told.ip(),
        told.isKeyed(),
        isOnItsWay,
        until,
        until);
  }

  private void refused(
      Person person,
      Holding holding,
      Told told,
      Refusal refusal,
      Moment moment,
      List<Person> persons) {
    switch (refusal.reason()) {
      case SIGNING_ALREADY_COMPLETED -> {
        addIf(person.hasSigned(told.who()), person, persons);
        onItsWay(person, holding, told, moment, persons);
      }
      case PROCESS_WITHDRAWN -> addIf(person.withdrawn().contains(told.who()), person, persons);
      case REQUEST_IN_PROGRESS -> addIf(told.isOverlapped() || isFaulty, person, persons);
      case RFA5_BANKID_ERROR, RFA5_BANKID_UNAVAILABLE, BANKID_REFUSED, SERVICE_UNAVAILABLE -> {
        persons.add(person);
        onItsWay(person, holding, told, moment, persons);
      }
      case RFA4_SIGNING_IN_PROGRESS -> conflict(person, holding, told, refusal, moment, persons);
      default -> {}
    }
  }

  private void conflict(
      Person person,
      Holding holding,
      Told told,
      Refusal refusal,
      Moment moment,
      List<Person> persons) {
    switch (refusal.cause().orElseThrow()) {
      case BLOCKED ->
          addIf(
              holding instanceof Holding.Block(Instant until)
                  && refusal.retryAt().equals(Optional.of(until)),
              person,
              persons);
      case SAME_IP -> {
        if (holding instanceof Holding.Started started
            && comesLike(started, told)
            && !isTheSameAgain(started, told)) {
          persons.add(slot(person, started));
        }
      }
      case DIFFERENT_IPS -> {
        boolean isConflict =
            told.channel() == Channel.START
                && switch (holding) {
                  case Holding.Started started ->
                      started.channel() == Channel.START && !started.ip().equals(told.ip());
                  case Holding.Slot slot -> !slot.ip().equals(told.ip());
                  case Holding.Block block -> false;
                  case Holding.Nothing nothing -> false;
                };
        block(isConflict, told, person, holding, DIFFERENT_IPS, refusal.retryAt(), moment, persons);
      }
      case PHONE ->
          block(
              holding instanceof Holding.Started started
                  && started.channel() == Channel.PHONE
                  && told.channel() == Channel.PHONE,
              told,
              person,
              holding,
              PHONE,
              refusal.retryAt(),
              moment,
              persons);
      case MIXED ->
          block(
              holding instanceof Holding.Started started && started.channel() != told.channel(),
              told,
              person,
              holding,
              PHONE,
              refusal.retryAt(),
              moment,
              persons);
      case ELSEWHERE -> {
        addIf(killsBoth && (isFaulty || told.isOverlapped()), allCancelled(person), persons);
        onItsWay(person, holding, told, moment, persons);
      }
      case MISSING, OVERTAKEN -> {
        addIf(isFaulty || told.isOverlapped(), person, persons);
        onItsWay(person, holding, told, moment, persons);
      }
    }
  }

  /**
   * Adds the states in which this start held the person while it was in flight. If something
   * failed, or another call was faster, the start may have ended its own order and left nothing,
   * like a cancel.
   */
  private void onItsWay(
      Person person, Holding holding, Told told, Moment moment, List<Person> persons) {
    if (admits(holding, told)) {
      Holding.Started started =
          started(told, true, moment.latest().plus(World.TIMING.signingWindow()));
      persons.add(person.holding(started));
      if (isFaulty || told.isOverlapped()) {
        persons.add(person.holding(new Holding.Nothing()));
        persons.add(
            person
                .started(started)
                .ending(told.name(), Person.End.CANCELLED)
                .holding(new Holding.Nothing()));
      }
    }
  }

  private void unknown(
      Person person, Holding holding, Told told, Moment moment, List<Person> persons) {
    persons.add(person);
    onItsWay(person, holding, told, moment, persons);
    if (admits(holding, told)) {
      persons.add(
          person.started(started(told, false, moment.latest().plus(World.TIMING.signingWindow()))));
    }
    if (holding instanceof Holding.Started started) {
      persons.add(slot(person, started));
      persons.add(person.ending(started.maker(), Person.End.CANCELLED));
    }
    for (Instant end : blockEnds) {
      for (Duration length : List.of(DIFFERENT_IPS, PHONE)) {
        if (!(holding instanceof Holding.Block)) {
          block(true, told, person, holding, length, Optional.of(end), moment, persons);
        }
      }
    }
  }

  /** Returns whether this is a network retry, which is not a conflict. */
  private static boolean isTheSameAgain(Holding.Started started, Told told) {
    return started.isKeyed() && told.isKeyed() && started.who() == told.who();
  }

  private static boolean comesLike(Holding.Started started, Told told) {
    return started.channel() == told.channel() && started.ip().equals(told.ip());
  }

  private static Person slot(Person person, Holding.Started killed) {
    return person
        .ending(killed.maker(), Person.End.CANCELLED)
        .holding(new Holding.Slot(killed.who(), killed.ip(), killed.windowEnd()));
  }

  private static void block(
      boolean isConflict,
      Told told,
      Person person,
      Holding holding,
      Duration length,
      Optional<Instant> end,
      Moment moment,
      List<Person> persons) {
    if (isConflict && end.filter(at -> since(told, moment).mayBe(length, at)).isPresent()) {
      Person killed =
          holding instanceof Holding.Started started
              ? person.ending(started.maker(), Person.End.CANCELLED)
              : person;
      persons.add(killed.holding(new Holding.Block(end.get())));
    }
  }

  /** Returns the time from which a block counts, which is when the guard was met. */
  private static Moment since(Told told, Moment moment) {
    return new Moment(told.span().begunAt(), moment.latest());
  }

  private static Person allCancelled(Person person) {
    return person.holding() instanceof Holding.Started started
        ? person.ending(started.maker(), Person.End.CANCELLED)
        : person;
  }

  private static void addIf(boolean isRight, Person person, List<Person> persons) {
    if (isRight) {
      persons.add(person);
    }
  }
}
