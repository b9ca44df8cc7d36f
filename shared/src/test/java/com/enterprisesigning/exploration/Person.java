package com.enterprisesigning.exploration;

import com.enterprisesigning.bankid.HintCode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person as a sequential service would see them: what holds the person, the state of the orders
 * at BankID, and what callers have learned.
 *
 * @param newest the maker of each participant's newest start
 * @param ends how the starts' orders ended, by maker; a running order is absent
 * @param signed the maker of the order by which each participant has signed
 * @param heard the participants whose newest order has ended, as some caller has learned
 * @param killed the makers of orders that a call has ended
 */
record Person(
    Holding holding,
    Map<Call.Who, String> newest,
    Map<String, End> ends,
    Set<Call.Who> heard,
    Map<Call.Who, String> signed,
    Set<Call.Who> withdrawn,
    Set<String> killed) {

  /** How an order ended. */
  enum End {
    SIGNED,
    REFUSED,
    /** Ended by a call or by BankID. */
    CANCELLED,
    UNOPENED,
    OVERDUE;

    boolean leavesSlot() {
      return this == UNOPENED || this == OVERDUE;
    }

    boolean isToldAs(HintCode hint) {
      return switch (this) {
        case SIGNED -> false;
        case REFUSED -> hint == HintCode.USER_CANCEL;
        case CANCELLED -> hint == HintCode.CANCELLED;
        case UNOPENED -> hint == HintCode.START_FAILED;
        case OVERDUE -> hint == HintCode.EXPIRED_TRANSACTION || hint == HintCode.CANCELLED;
      };
    }
  }

  Optional<End> end(String maker) {
    return Optional.ofNullable(ends.get(maker));
  }

  Optional<End> endOfNewest(Call.Who who) {
    return Optional.ofNullable(newest.get(who)).flatMap(this::end);
  }

  /**
   * Returns the person after the order of this start has ended in this way, whatever else was to
   * end it.
   */
  Person ended(String maker, End end) {
    Map<String, End> more = new HashMap<>(ends);
    more.put(maker, end);
    return new Person(holding, newest, more, heard, signed, withdrawn, killed);
  }

  Person holding(Holding next) {
    return new Person(next, newest, ends, heard, signed, withdrawn, killed);
  }

  /**
   * Returns the person after a call has ended the order of this start in this way. An earlier end
   * stays.
   */
  Person ending(String maker, End end) {
    Map<String, End> more = new HashMap<>(ends);
    more.putIfAbsent(maker, end);
    Set<String> dead = new HashSet<>(killed);
    dead.add(maker);
    return new Person(holding, newest, more, heard, signed, withdrawn, dead);
  }

  /** Returns whether this participant has signed, by any order. */
  boolean hasSigned(Call.Who who) {
    return signed.containsKey(who);
  }

  /** Returns whether this participant has signed by an order other than this start's. */
  boolean hasSignedBefore(Call.Who who, String maker) {
    return hasSigned(who) && !signed.get(who).equals(maker);
  }

  /** Returns whether a call has ended the newest order, whatever became of the order at BankID. */
  boolean isNewestKilled(Call.Who who) {
    return newest.containsKey(who) && killed.contains(newest.get(who));
  }

  /**
   * Returns whether this participant has signed by its newest order. The order of a start in flight
   * is not known yet.
   */
  boolean hasSignedByNewest(Call.Who who) {
    return hasSigned(who) && signed.get(who).equals(newest.get(who));
  }

  Person signing(Call.Who who, String maker) {
    Map<Call.Who, String> more = new EnumMap<>(Call.Who.class);
    more.putAll(signed);
    more.putIfAbsent(who, maker);
    return new Person(holding, newest, ends, heard, more, withdrawn, killed);
  }

  Person hearing(Call.Who who) {
    return new Person(holding, newest, ends, plus(heard, who), signed, withdrawn, killed);
  }

  Person withdrawing(Call.Who who) {
    return new Person(holding, newest, ends, heard, signed, plus(withdrawn, who), killed);
  }

  /** Returns the person held by this start, which is now its participant's newest. */
  Person started(Holding.Started started) {
    Map<Call.Who, String> newer = new EnumMap<>(Call.Who.class);
    newer.putAll(newest);
    newer.put(started.who(), started.maker());
    Set<Call.Who> unheard = copy(heard);
    unheard.remove(started.who());
    return new Person(started, newer, ends, unheard, signed, withdrawn, killed);
  }

  private static Set<Call.Who> plus(Set<Call.Who> set, Call.Who who) {
    Set<Call.Who> more = copy(set);
    more.add(who);
    return more;
  }

  private static Set<Call.Who> copy(Set<Call.Who> set) {
    Set<Call.Who> copy = EnumSet.noneOf(Call.Who.class);
    copy.addAll(set);
    return copy;
  }
}
