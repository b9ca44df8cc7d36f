package com.enterprisesigning.exploration;

import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a service that makes one call after the other may answer ({@code
 * docs/architecture.md#the-contract}, {@code docs/architecture.md#the-conflict-rules}). The
 * protocols make these exceptions, and no others:
 *
 * <ul>
 *   <li>A start in flight counts as live, whatever its final answer. If a conflict ends it in
 *       flight, its answer is OVERTAKEN, not 200.
 *   <li>What a start has met counts, even if it ends before the conflict is recorded.
 *   <li>A cancel that meets a start in flight leaves what that start has taken.
 *   <li>A start may get 200 while another call holds the completion of its participant. This
 *       completion then displaces the start's order (F2).
 *   <li>An order that a call has ended is reported as cancelled while another call holds its
 *       completion (F1).
 *   <li>A cancel ends its order in one step, and frees the guard in another.
 *   <li>A start that lost three rounds, or gave way to others from its IP, also gets OVERTAKEN, if
 *       another call was in flight.
 *   <li>An order is MISSING if another call may hold its only answer (F4), and there is another
 *       call.
 *   <li>A collect and a replay answer the last known state.
 *   <li>A reservation that AWS's client sent again may have been made twice.
 *   <li>A call without an answer may have done all or part of its work.
 *   <li>502 and 503 are allowed if something failed, or if there was too little time to ask BankID.
 * </ul>
 */
final class Specification {
  private final boolean isFaulty;
  private final StartSpecification starts;

  /**
   * Creates the specification for one schedule.
   *
   * @param isFaulty whether anything failed in the schedule, or before it
   */
  Specification(boolean isFaulty, boolean killsBoth, List<Instant> blockEnds) {
    this.isFaulty = isFaulty;
    this.starts = new StartSpecification(isFaulty, killsBoth, blockEnds);
  }

  /**
   * Returns the possible states of the person after this call, made at this moment. Returns none if
   * the call may not be answered in this way.
   */
  List<Person> after(Person person, Told told, Moment moment) {
    if (told.refusal().filter(Specification::isAnOutage).isPresent()
        && !isFaulty
        && !told.ranOutOfTime()) {
      return List.of();
    }
    return switch (told.kind()) {
      case START_A, START_B, START_KEYED, PHONE -> starts.after(person, told, moment);
      case COLLECT -> collect(person, told);
      case CANCEL -> cancel(person, told, moment);
      case WITHDRAW -> withdraw(person, told);
      case FOLLOW_UP -> followUp(person, told, moment);
    };
  }

  private static boolean isAnOutage(Refusal refusal) {
    return switch (refusal.reason()) {
      case RFA5_BANKID_UNAVAILABLE, RFA5_BANKID_ERROR, BANKID_REFUSED, SERVICE_UNAVAILABLE -> true;
      default -> false;
    };
  }

  private List<Person> collect(Person person, Told told) {
    if (told.isUnknown()) {
      return List.of(person);
    }
    Optional<Person.End> end = person.endOfNewest(told.who());
    if (told.refusal().isPresent()) {
      boolean isStarted = person.newest().containsKey(told.who());
      return told.refusal().get().reason() == Reason.SIGNING_NOT_STARTED && !isStarted
          ? List.of(person)
          : List.of();
    }
    Signing signing = told.signing().orElseThrow();
    boolean isRight =
        switch (signing.status()) {
          case INITIATED, PENDING ->
              !person.heard().contains(told.who())
                  && (!person.isNewestKilled(told.who()) || told.isOverlapped());
          case ENDING -> !person.heard().contains(told.who()) && end.isPresent();
          case COMPLETE -> person.hasSigned(told.who());
          case FAILED ->
              end.filter(how -> how.isToldAs(signing.hint().orElse(HintCode.UNKNOWN))).isPresent()
                  || isHeldByAnother(person, told);
          case COLLECT_ERROR -> isFaulty || end.equals(Optional.of(Person.End.SIGNED));
          case CREATED -> false;
        };
    boolean hears =
        signing.status() == SigningStatus.FAILED || signing.status() == SigningStatus.COMPLETE;
    return isRight ? List.of(hears ? person.hearing(told.who()) : person) : List.of();
  }

  private List<Person> cancel(Person person, Told told, Moment moment) {
    if (told.isUnknown()) {
      return List.of(person, cancelled(person, told.who()));
    }
    if (told.refusal().isEmpty()) {
      boolean isBlocked =
          person.holding() instanceof Holding.Block(Instant until) && !moment.mayBeAt(until);
      boolean isKnownAsSigned =
          person.hasSignedByNewest(told.who()) && !isHeldByAnother(person, told);
      if (isBlocked || isKnownAsSigned) {
        return List.of();
      }
      Person cancelled = cancelled(person, told.who()).hearing(told.who());
      return told.isOverlapped()
          ? List.of(cancelled, cancelled.holding(person.holding()))
          : List.of(cancelled);
    }
    Refusal refusal = told.refusal().get();
    boolean isRight =
        switch (refusal.reason()) {
          case SIGNING_ALREADY_COMPLETED -> person.hasSigned(told.who());
          case RFA4_SIGNING_IN_PROGRESS -> isRightlyRefused(person, told, refusal, moment);
          case RFA5_BANKID_UNAVAILABLE, RFA5_BANKID_ERROR, BANKID_REFUSED, SERVICE_UNAVAILABLE ->
              true;
          default -> false;
        };
    return isRight ? List.of(person) : List.of();
  }

  /**
   * Returns whether another call may hold the completion of an order that a call has ended. Such an
   * order is reported as cancelled (F1).
   */
  private boolean isHeldByAnother(Person person, Told told) {
    return person.isNewestKilled(told.who()) && (told.isOverlapped() || isFaulty);
  }

  private boolean isRightlyRefused(Person person, Told told, Refusal refusal, Moment moment) {
    return switch (refusal.cause().orElseThrow()) {
      case BLOCKED ->
          person.holding() instanceof Holding.Block(Instant until)
              && refusal.retryAt().equals(Optional.of(until))
              && moment.mayBeBefore(until);
      case MISSING -> isFaulty || told.isOverlapped();
      default -> false;
    };
  }

  /** Returns the person after the participant's order has ended, and what it held is free. */
  private static Person cancelled(Person person, Call.Who who) {
    String newest = person.newest().get(who);
    Person ended = newest == null ? person : person.ending(newest, Person.End.CANCELLED);
    boolean isHis =
        switch (person.holding()) {
          case Holding.Started started -> started.maker().equals(newest);
          case Holding.Slot slot -> slot.who() == who;
          case Holding.Block block -> false;
          case Holding.Nothing nothing -> false;
        };
    return isHis ? ended.holding(new Holding.Nothing()) : ended;
  }

  private static List<Person> withdraw(Person person, Told told) {
    Person withdrawn = person.withdrawing(told.who());
    boolean endsOneOnItsWay =
        person.holding() instanceof Holding.Started started
            && started.isOnItsWay()
            && started.who() == told.who();
    Person ended =
        endsOneOnItsWay
            ? withdrawn.holding(new Holding.Nothing())
            : cancelled(withdrawn, told.who());
    return told.isUnknown() || told.refusal().isPresent()
        ? List.of(person, withdrawn, ended)
        : List.of(ended, withdrawn);
  }

  /**
   * Returns the possible states of the person after a follow-up. It ends an order that is past its
   * window, withdrawn or never activated. Otherwise it only looks.
   */
  private static List<Person> followUp(Person person, Told told, Moment moment) {
    List<Person> persons = new ArrayList<>(List.of(person));
    told.caller()
        .message()
        .map(message -> BankIdTwin.maker(message.order().orderRef()))
        .ifPresent(maker -> {
          boolean isDue =
              !person.newest().containsValue(maker)
                  || !person.withdrawn().isEmpty()
                  || (person.holding() instanceof Holding.Started started
                      && moment.mayBeAt(started.until()));
          if (isDue) {
            persons.add(person.ending(maker, Person.End.CANCELLED));
          }
        });
    return persons;
  }
}
