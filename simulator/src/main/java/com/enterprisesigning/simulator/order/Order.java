package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One order, whole: a value, so that it can be kept in any store. Its text shows its reference
 * alone.
 *
 * @param person who signs; absent until somebody picks up an order that names nobody
 * @param launch absent in a phone order
 * @param handedOut the completion has been collected; it is not handed out again
 */
public record Order(
    String orderRef,
    RelyingParty owner,
    OrderRequest request,
    Optional<PersonalNumber> person,
    Optional<Launch> launch,
    Timeline timeline,
    boolean handedOut) {

  /** The same order, but from {@code now} on the script. */
  Order changed(Instant now, Script script, Speed speed) {
    Timeline changed = timeline.changed(now, request.kind(), script, speed);
    return new Order(orderRef, owner, request, person, launch, changed, handedOut);
  }

  /** The same order, but for so long BankID has that fault. */
  Order interrupted(Instant now, OrderState.Faulty fault, Duration lasts) {
    Timeline interrupted = timeline.interrupted(now, fault, lasts);
    return new Order(orderRef, owner, request, person, launch, interrupted, handedOut);
  }

  Order with(PersonalNumber person) {
    return new Order(orderRef, owner, request, Optional.of(person), launch, timeline, handedOut);
  }

  Order collected() {
    return new Order(orderRef, owner, request, person, launch, timeline, true);
  }

  boolean isRunning(Instant now) {
    return !timeline.stateAt(now).isEnd();
  }

  /** Whether no call can meet it any more, however it ended. */
  boolean isTooOld(Instant now, Speed speed) {
    return !timeline.createdAt().plus(speed.of(Lifetimes.WHOLE)).isAfter(now);
  }

  @Override
  public String toString() {
    return "Order[" + orderRef + "]";
  }
}
