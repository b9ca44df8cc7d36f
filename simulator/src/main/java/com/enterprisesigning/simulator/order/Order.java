package com.enterprisesigning.simulator.order;

import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One complete order, as a value that any {@link Orders} can store. {@code toString} shows only its
 * reference.
 *
 * @param person the person who signs; absent if the order names nobody and nobody has picked it up
 *     yet
 * @param launch absent in a phone order
 * @param handedOut whether the completion has been collected, and so is not handed out again
 */
public record Order(
    String orderRef,
    RelyingParty owner,
    OrderRequest request,
    Optional<PersonalNumber> person,
    Optional<Launch> launch,
    Timeline timeline,
    boolean handedOut) {

  /** Creates an order at {@code now} with a random reference and random tokens. */
  static Order create(
      RelyingParty owner, OrderRequest request, Script script, Instant now, Speed speed) {
    return new Order(
        UUID.randomUUID().toString(),
        owner,
        request,
        request.personalNumber(),
        request.kind().isByPhone() ? Optional.empty() : Optional.of(Launch.random()),
        Timeline.create(now, request.kind(), script, speed),
        false);
  }

  /** Returns the same order, following {@code script} from {@code now} on. */
  Order changed(Instant now, Script script, Speed speed) {
    Timeline changed = timeline.changed(now, request.kind(), script, speed);
    return new Order(orderRef, owner, request, person, launch, changed, handedOut);
  }

  /**
   * Returns the same order with a fault at BankID that begins at {@code now} and lasts for {@code
   * lasts}.
   */
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

  /** Returns whether no call can find the order any more, however it ended. */
  boolean isTooOld(Instant now, Speed speed) {
    return !timeline.createdAt().plus(speed.of(Lifetimes.WHOLE)).isAfter(now);
  }

  @Override
  public String toString() {
    return "Order[" + orderRef + "]";
  }
}
