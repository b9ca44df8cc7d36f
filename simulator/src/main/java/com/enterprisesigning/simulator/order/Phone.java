package com.enterprisesigning.simulator.order;

import static com.enterprisesigning.simulator.order.OrderState.Pending.BEFORE_PICK_UP;
import static com.enterprisesigning.simulator.order.OrderState.Pending.USER_CALL_CONFIRM;
import static com.enterprisesigning.simulator.order.OrderState.Pending.USER_SIGN;

import com.enterprisesigning.simulator.order.PhoneRefusal.Reason;
import com.enterprisesigning.simulator.person.PersonalNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The phone that a person plays through the control API ({@code
 * docs/architecture.md#the-simulator}). Each action except {@link #fault} ends the order's script.
 * After that, only further actions and BankID's time limits change the order. Every method throws
 * {@link PhoneRefusal} if the action is not possible.
 */
public final class Phone {
  private final OrderBook book;

  public Phone(OrderBook book) {
    this.book = book;
  }

  /**
   * Scans a QR frame: the order goes to {@code userSign}, through {@code userMrtd} if required. If
   * the person has no BankID that the order accepts, the order stays in {@code started}. If the
   * order's risk is too high, the order ends.
   *
   * @param person the phone's owner; required if the order names nobody
   */
  public Order scan(QrCode frame, Optional<PersonalNumber> person) {
    return change(
        orders -> launched(orders, frame.qrStartToken(), Launch::qrStartToken),
        (order, now) -> {
          refuseUnlessReadable(frame, order, now);
          return pickedUp(order, now, person);
        });
  }

  /** Opens the app with the autostart token; otherwise the same as {@link #scan}. */
  public Order open(String autoStartToken, Optional<PersonalNumber> person) {
    return change(
        orders -> launched(orders, autoStartToken, Launch::autoStartToken),
        (order, now) -> pickedUp(order, now, person));
  }

  /** Picks up the person's phone order: it goes to {@code userCallConfirm}. */
  public Order answer(PersonalNumber person) {
    return change(
        orders -> orders.latestPhoneOrderOf(person).flatMap(orders::find),
        (order, now) -> {
          if (!order.request().isOpenToMobileBankId()) {
            throw new PhoneRefusal(
                Reason.WRONG_STATE,
                "No BankID on this phone fits the order's certificatePolicies.");
          }
          return moved(order, now, BEFORE_PICK_UP, Script.now(USER_CALL_CONFIRM));
        });
  }

  /** Confirms being in the call: the order goes to {@code userSign}. */
  public Order confirmCall(String orderRef) {
    return act(orderRef, USER_CALL_CONFIRM, USER_SIGN);
  }

  /** Denies being in the call: the order ends as {@code userDeclinedCall}. */
  public Order denyCall(String orderRef) {
    return act(orderRef, USER_CALL_CONFIRM, new OrderState.Failed("userDeclinedCall"));
  }

  /** Enters the security code: the order is complete. */
  public Order sign(String orderRef) {
    return act(orderRef, USER_SIGN, new OrderState.Complete());
  }

  /** Cancels in the app: the order ends as {@code userCancel}. */
  public Order cancel(String orderRef) {
    return change(
        orders -> orders.find(orderRef),
        (order, now) -> {
          OrderState state = order.timeline().stateAt(now);
          if (BEFORE_PICK_UP.contains(state)) {
            throw wrongState(
                state, "the app has not picked up the order. Scan, open or answer first");
          }
          return ended(order, now, "userCancel");
        });
  }

  /**
   * Makes the app busy with something else: the order still runs, with that hint code. {@code
   * noClient} is not a pick-up: the order can still be picked up, within its usual time limit.
   */
  public Order hint(String orderRef, String hintCode) {
    return change(
        orders -> orders.find(orderRef),
        (order, now) -> entered(order, now, new OrderState.Pending(hintCode)));
  }

  /**
   * Simulates a fault at BankID that lasts for {@code lasts}: collect answers that error, and the
   * order continues.
   */
  public Order fault(String orderRef, OrderState.Faulty fault, Duration lasts) {
    return change(
        orders -> orders.find(orderRef),
        (order, now) -> {
          refuseUnlessRunning(order, now);
          return order.interrupted(now, fault, lasts);
        });
  }

  /** Makes the order fail with that hint code. */
  public Order fail(String orderRef, String hintCode) {
    return change(orders -> orders.find(orderRef), (order, now) -> ended(order, now, hintCode));
  }

  private Order act(String orderRef, OrderState from, OrderState to) {
    return change(
        orders -> orders.find(orderRef),
        (order, now) -> moved(order, now, List.of(from), Script.now(to)));
  }

  private Order pickedUp(Order order, Instant now, Optional<PersonalNumber> holder) {
    PersonalNumber person =
        order
            .person()
            .or(() -> holder)
            .orElseThrow(() ->
                new PhoneRefusal(
                    Reason.INVALID,
                    "The order names no person. Send the personal_number of the phone's owner."));
    if (holder.isPresent() && !holder.get().equals(person)) {
      throw new PhoneRefusal(Reason.WRONG_STATE, "The order is for another person.");
    }
    return moved(order.with(person), now, BEFORE_PICK_UP, PickUp.byHand(order.request()));
  }

  private static void refuseUnlessReadable(QrCode frame, Order order, Instant now) {
    if (!frame.isAuthentic(order.launch().orElseThrow().qrStartSecret())) {
      throw new PhoneRefusal(
          Reason.INVALID,
          "The QR code is forged: its authentication code does not match its time.");
    }
    Instant shownFrom = order.timeline().createdAt().plusSeconds(frame.seconds());
    if (now.isBefore(shownFrom)) {
      throw new PhoneRefusal(
          Reason.WRONG_STATE,
          "The QR code is from the future: t must be the whole seconds since the order was created,"
              + " rounded down.");
    }
    if (now.isAfter(shownFrom.plus(Lifetimes.QR_FRAME))) {
      throw new PhoneRefusal(
          Reason.WRONG_STATE,
          "The QR code is too old. Show a new QR code each second, and scan the newest.");
    }
  }

  private Order moved(Order order, Instant now, List<OrderState> from, Script script) {
    OrderState state = order.timeline().stateAt(now);
    if (!from.contains(state)) {
      String labels = from.stream().map(OrderState::label).collect(Collectors.joining(" or "));
      throw wrongState(state, "this call needs " + labels);
    }
    return order.changed(now, script, book.speed());
  }

  private Order ended(Order order, Instant now, String hintCode) {
    return entered(order, now, new OrderState.Failed(hintCode));
  }

  private Order entered(Order order, Instant now, OrderState next) {
    refuseUnlessRunning(order, now);
    return order.changed(now, Script.now(next), book.speed());
  }

  private static void refuseUnlessRunning(Order order, Instant now) {
    OrderState state = order.timeline().stateAt(now);
    if (state.isEnd()) {
      throw wrongState(state, "the order has ended");
    }
  }

  private static PhoneRefusal wrongState(OrderState state, String instead) {
    return new PhoneRefusal(
        Reason.WRONG_STATE, "The order is in state " + state.label() + "; " + instead + ".");
  }

  private static Optional<Order> launched(
      Orders orders, String token, Function<Launch, String> ofLaunch) {
    return orders
        .findByToken(token)
        .filter(order -> order.launch().map(ofLaunch).equals(Optional.of(token)));
  }

  private Order change(
      Function<Orders, Optional<Order>> which, BiFunction<Order, Instant, Order> change) {
    return book.change(which, change)
        .orElseThrow(() ->
            new PhoneRefusal(
                Reason.NOT_FOUND, "There is no such order: it is too old, or never existed."));
  }
}
