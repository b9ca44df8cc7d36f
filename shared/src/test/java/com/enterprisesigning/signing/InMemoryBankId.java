package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.BankId;
import com.enterprisesigning.bankid.OrderRequest;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Launch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threeten.extra.MutableClock;

/** A BankID in memory. A test ends its orders by hand, and a completed order is handed out once. */
final class InMemoryBankId implements BankId {
  private static final Fault SILENCE = new Fault.Unavailable(Duration.ofSeconds(5));

  private enum State {
    RUNNING,
    SIGNED,
    GONE,
    FAILED
  }

  private final Map<String, State> orders = new LinkedHashMap<>();
  private final Map<String, HintCode> hints = new LinkedHashMap<>();
  private final Map<String, OrderRequest> requests = new LinkedHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final List<String> handedOut = new ArrayList<>();
  private Optional<Created> nextCreated = Optional.empty();
  private boolean isSilent;
  private Runnable delay = () -> {};
  private boolean killsBoth;

  @Override
  public Created create(OrderRequest request) {
    calls.add("create");
    if (nextCreated.isPresent()) {
      Created created = nextCreated.get();
      nextCreated = Optional.empty();
      return created;
    }
    if (killsBoth && !running().isEmpty()) {
      running().forEach(orderRef -> fail(orderRef, HintCode.CANCELLED));
      return new Created.AlreadyInProgress();
    }
    String orderRef = "order-" + (orders.size() + 1);
    orders.put(orderRef, State.RUNNING);
    requests.put(orderRef, request);
    hints.put(orderRef, HintCode.OUTSTANDING_TRANSACTION);
    return new Created.Order(
        orderRef,
        request instanceof OrderRequest.Sign
            ? Optional.of(new Launch("autostart", "qr-token", "qr-secret"))
            : Optional.empty());
  }

  @Override
  public Collected collect(String orderRef) {
    calls.add("collect " + orderRef);
    delay.run();
    if (isSilent) {
      return new Collected.NoAnswer(SILENCE);
    }
    return switch (orders.getOrDefault(orderRef, State.GONE)) {
      case RUNNING -> new Collected.Pending(hints.get(orderRef));
      case FAILED -> new Collected.Failed(hints.get(orderRef));
      case GONE -> new Collected.NoSuchOrder();
      case SIGNED -> {
        orders.put(orderRef, State.GONE);
        handedOut.add(orderRef);
        yield new Collected.Complete(Samples.completion(orderRef));
      }
    };
  }

  @Override
  public Cancelled cancel(String orderRef) {
    calls.add("cancel " + orderRef);
    if (isSilent) {
      return new Cancelled.NoAnswer(SILENCE);
    }
    if (orders.get(orderRef) != State.RUNNING) {
      return new Cancelled.NoSuchOrder();
    }
    orders.put(orderRef, State.GONE);
    return new Cancelled.Done();
  }

  void pending(String orderRef, HintCode hint) {
    hints.put(orderRef, hint);
  }

  void sign(String orderRef) {
    orders.put(orderRef, State.SIGNED);
  }

  void fail(String orderRef, HintCode hint) {
    orders.put(orderRef, State.FAILED);
    hints.put(orderRef, hint);
  }

  /** Simulates another call that takes the completion and dies. */
  void lose(String orderRef) {
    orders.put(orderRef, State.GONE);
  }

  void answersNextCreate(Created created) {
    nextCreated = Optional.of(created);
  }

  /**
   * Sets whether a second order for the person ends both. BankID does not document this for /sign.
   */
  void killsBoth(boolean kills) {
    killsBoth = kills;
  }

  /** Makes each collect take this long. */
  void answersAfter(Duration duration, MutableClock clock) {
    delay = () -> clock.add(duration);
  }

  void silent(boolean silent) {
    isSilent = silent;
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  /** Returns the orders whose completion was handed out. */
  List<String> handedOut() {
    return List.copyOf(handedOut);
  }

  /** Returns every order ever made. */
  List<String> orders() {
    return List.copyOf(orders.keySet());
  }

  /** Returns the orders that are running or waiting to be handed out. */
  List<String> unended() {
    return orders.entrySet().stream()
        .filter(order -> order.getValue() == State.RUNNING || order.getValue() == State.SIGNED)
        .map(Map.Entry::getKey)
        .toList();
  }

  List<String> running() {
    return orders.entrySet().stream()
        .filter(order -> order.getValue() == State.RUNNING)
        .map(Map.Entry::getKey)
        .toList();
  }

  OrderRequest request(String orderRef) {
    return requests.get(orderRef);
  }
}
