package com.enterprisesigning.exploration;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Launch;
import com.enterprisesigning.signing.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * BankID for one person, with orders that change by the clock ({@code docs/bankid.md#errors},
 * {@code docs/bankid.md#times}). The explorer copies it at every branch and tells states apart by
 * its description, so it is not the BankID of the protocol tests, whose orders a test ends by hand.
 */
final class BankIdTwin implements BankId {
  private static final Duration UNOPENED = Duration.ofSeconds(30);
  private static final Duration OPENED = Duration.ofMinutes(3);
  private static final Duration COMPLETED_IS_KEPT = Duration.ofMinutes(3);
  private static final Instant FOREVER = Instant.EPOCH.plus(Duration.ofDays(365_000));
  private static final Duration FAILED_IS_KEPT = Duration.ofMinutes(5);

  /** The state of an order. */
  enum State {
    WAITS,
    IS_OPENED,
    IS_SIGNED,
    HAS_FAILED,
    IS_GONE
  }

  /**
   * An order.
   *
   * @param until when its state changes by itself
   */
  record Order(State state, HintCode hint, Instant until) {
    boolean runs() {
      return state == State.WAITS || state == State.IS_OPENED;
    }
  }

  private final Clock clock;
  private final boolean killsBoth;
  private final Map<String, Order> orders;
  private final List<String> signed;
  private final List<String> handedOut;
  private String caller = "";

  private BankIdTwin(
      Clock clock,
      boolean killsBoth,
      Map<String, Order> orders,
      List<String> signed,
      List<String> handedOut) {
    this.clock = clock;
    this.killsBoth = killsBoth;
    this.orders = new LinkedHashMap<>(orders);
    this.signed = new ArrayList<>(signed);
    this.handedOut = new ArrayList<>(handedOut);
  }

  /**
   * Returns a BankID without orders.
   *
   * @param killsBoth whether a second order for the person ends both, which BankID does not
   *     document for /sign
   */
  static BankIdTwin empty(Clock clock, boolean killsBoth) {
    return new BankIdTwin(clock, killsBoth, Map.of(), List.of(), List.of());
  }

  BankIdTwin copy(Clock other) {
    return new BankIdTwin(other, killsBoth, orders, signed, handedOut);
  }

  /**
   * Sets the caller of the next calls. Orders are named after their caller, so that no name shows
   * which of two creates came first.
   */
  BankIdTwin asCalledBy(String name) {
    caller = name;
    return this;
  }

  /** Returns the caller that created the order. */
  static String maker(String orderRef) {
    return orderRef.substring(0, orderRef.indexOf('.'));
  }

  @Override
  public Created create(OrderRequest request) {
    List<String> running = running();
    if (killsBoth && !running.isEmpty()) {
      running.forEach(order -> fail(order, HintCode.CANCELLED));
      return new Created.AlreadyInProgress();
    }
    boolean isPhone = request instanceof OrderRequest.PhoneSign;
    String orderRef = caller + (isPhone ? ".phone" : ".order");
    while (orders.containsKey(orderRef)) {
      orderRef += "'";
    }
    Duration life = isPhone ? OPENED : UNOPENED;
    orders.put(
        orderRef,
        new Order(State.WAITS, HintCode.OUTSTANDING_TRANSACTION, clock.instant().plus(life)));
    return new Created.Order(
        orderRef,
        isPhone ? Optional.empty() : Optional.of(new Launch("autostart", "qr-token", "qr-secret")));
  }

  @Override
  public Collected collect(String orderRef) {
    Order order = order(orderRef);
    return switch (order.state()) {
      case WAITS, IS_OPENED -> new Collected.Pending(order.hint());
      case HAS_FAILED -> new Collected.Failed(order.hint());
      case IS_GONE -> new Collected.NoSuchOrder();
      case IS_SIGNED -> {
        orders.put(orderRef, gone());
        handedOut.add(orderRef);
        yield new Collected.Complete(Samples.completion(orderRef));
      }
    };
  }

  @Override
  public Cancelled cancel(String orderRef) {
    if (!order(orderRef).runs()) {
      return new Cancelled.NoSuchOrder();
    }
    orders.put(orderRef, gone());
    return new Cancelled.Done();
  }

  /** How many orders have been created and handed out so far. */
  record Mark(int made, int handedOut) {}

  Mark mark() {
    return new Mark(orders.size(), handedOut.size());
  }

  /** Returns the orders created, and the orders handed out, since the mark. */
  List<String> since(Mark mark) {
    List<String> news = new ArrayList<>(orders().subList(mark.made(), orders.size()));
    news.addAll(handedOut.subList(mark.handedOut(), handedOut.size()));
    return news;
  }

  void act(Choice.Act act, String orderRef) {
    switch (act) {
      case OPENS -> open(orderRef);
      case SIGNS -> sign(orderRef);
      case REFUSES -> fail(orderRef, HintCode.USER_CANCEL);
    }
  }

  private void open(String orderRef) {
    Instant end = clock.instant().plus(OPENED);
    orders.put(orderRef, new Order(State.IS_OPENED, HintCode.USER_SIGN, end));
  }

  private void sign(String orderRef) {
    Instant forgotten = clock.instant().plus(COMPLETED_IS_KEPT);
    signed.add(orderRef);
    orders.put(orderRef, new Order(State.IS_SIGNED, HintCode.UNKNOWN, forgotten));
  }

  private void fail(String orderRef, HintCode hint) {
    Instant forgotten = clock.instant().plus(FAILED_IS_KEPT);
    orders.put(orderRef, new Order(State.HAS_FAILED, hint, forgotten));
  }

  Order order(String orderRef) {
    Order order = orders.get(orderRef);
    if (order == null) {
      return gone();
    }
    if (clock.instant().isBefore(order.until())) {
      return order;
    }
    orders.put(orderRef, afterItsTime(order));
    return order(orderRef);
  }

  private static Order afterItsTime(Order order) {
    Instant forgotten = order.until().plus(FAILED_IS_KEPT);
    return switch (order.state()) {
      case WAITS -> new Order(State.HAS_FAILED, HintCode.START_FAILED, forgotten);
      case IS_OPENED -> new Order(State.HAS_FAILED, HintCode.EXPIRED_TRANSACTION, forgotten);
      case IS_SIGNED, HAS_FAILED, IS_GONE -> gone();
    };
  }

  private static Order gone() {
    return new Order(State.IS_GONE, HintCode.UNKNOWN, FOREVER);
  }

  List<String> orders() {
    return List.copyOf(orders.keySet());
  }

  List<String> running() {
    return orders().stream().filter(orderRef -> order(orderRef).runs()).toList();
  }

  /**
   * Returns the signed orders that BankID will have forgotten by then, before anyone asked about
   * them.
   */
  List<String> forgottenAt(Instant then) {
    return orders.entrySet().stream()
        .filter(order -> order.getValue().state() == State.IS_SIGNED)
        .filter(order -> !then.isBefore(order.getValue().until()))
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean killsBoth() {
    return killsBoth;
  }

  boolean isSigned(String orderRef) {
    return signed.contains(orderRef);
  }

  /** Returns whether the order was signed but never handed out. */
  boolean isUnheard(String orderRef) {
    return signed.contains(orderRef) && !handedOut.contains(orderRef);
  }

  List<String> handedOut() {
    return List.copyOf(handedOut);
  }

  /** Returns the times at which running orders change by themselves. */
  List<Instant> boundaries() {
    return orders.values().stream().filter(Order::runs).map(Order::until).toList();
  }

  void describe(StringBuilder text) {
    orders().stream()
        .sorted()
        .forEach(orderRef -> {
          Order order = order(orderRef);
          text.append(orderRef)
              .append(order.state())
              .append(order.hint())
              .append(order.until().toEpochMilli());
        });
    text.append(signed.stream().sorted().toList()).append(handedOut.stream().sorted().toList());
  }
}
