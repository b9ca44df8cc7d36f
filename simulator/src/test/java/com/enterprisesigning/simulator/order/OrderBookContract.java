package com.enterprisesigning.simulator.order;

import static com.enterprisesigning.simulator.order.OrderSamples.NOW;
import static com.enterprisesigning.simulator.order.OrderSamples.OWNER;
import static com.enterprisesigning.simulator.order.OrderSamples.PERSON;
import static com.enterprisesigning.simulator.order.OrderSamples.phone;
import static com.enterprisesigning.simulator.order.OrderSamples.sign;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.enterprisesigning.simulator.order.OrderBook.Collected;
import com.enterprisesigning.simulator.order.OrderBook.Created;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules hold for two simulators that share their orders and call at once. */
public abstract class OrderBookContract {
  private static final int MANY = 16;

  private OrderBook here;
  private OrderBook there;

  /** Returns a store without orders. */
  protected abstract Orders emptyOrders();

  @BeforeEach
  void open() {
    Orders orders = emptyOrders();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    here = new OrderBook(orders, clock, SecondOrder.ENDS_BOTH);
    // Two machines never agree exactly on the time.
    there =
        new OrderBook(orders, Clock.offset(clock, Duration.ofMillis(-20)), SecondOrder.ENDS_BOTH);
  }

  @Test
  void create_endsThePersonsOrder_madeByTheOtherSimulator() {
    Order first = created(here, sign(Optional.of(PERSON)));

    assertInstanceOf(Created.AlreadyInProgress.class, create(there, phone(PERSON)));

    assertEquals(new Collected.Failed("cancelled"), here.collect(OWNER, first.orderRef()));
    assertInstanceOf(Created.Running.class, create(there, phone(PERSON)));
  }

  @Test
  void create_leavesAPersonAtMostOneOrder_whenManyComeAtOnce() throws Exception {
    List<Created> answers = atOnce(book -> create(book, sign(Optional.of(PERSON))));

    assertEquals(MANY / 2, count(answers, Created.Running.class::isInstance));
    assertEquals(MANY / 2, here.journal().size());
    assertEquals(MANY / 2, count(here.journal(), entry -> entry.outcome().isPresent()));
  }

  @Test
  void collect_handsOutOneCompletion_whenManyComeAtOnce() throws Exception {
    Order order = created(here, sign(Optional.of(PERSON)));
    signed(order);

    List<Collected> answers = atOnce(book -> book.collect(OWNER, order.orderRef()));

    assertEquals(1, count(answers, Collected.Complete.class::isInstance));
    assertEquals(MANY - 1, count(answers, new Collected.NoSuchOrder()::equals));
  }

  @Test
  void cancel_succeedsOnce_whenManyComeAtOnce() throws Exception {
    Order order = created(here, phone(PERSON));

    List<Boolean> answers = atOnce(book -> book.cancel(OWNER, order.orderRef()));

    assertEquals(1, count(answers, Boolean.TRUE::equals));
  }

  @Test
  void signOrCancel_isRefused_whenBothComeAtOnce() throws Exception {
    Order order = created(here, phone(PERSON));
    new Phone(there).answer(PERSON);
    new Phone(there).confirmCall(order.orderRef());

    List<Boolean> done =
        atOnce(book ->
            book == here
                ? book.cancel(OWNER, order.orderRef())
                : isDone(() -> new Phone(book).sign(order.orderRef())));

    assertEquals(1, count(done, Boolean.TRUE::equals));
  }

  @Test
  void open_isRefused_whenThePersonHasAnotherOrder() {
    Order nobodys = created(here, sign(Optional.empty()));
    created(there, phone(PERSON));
    Phone phone = new Phone(here);
    String token = nobodys.launch().orElseThrow().autoStartToken();

    assertThrows(PhoneRefusal.class, () -> phone.open(token, Optional.of(PERSON)));
  }

  @Test
  void open_givesAPersonOneOrder_whenManyNameNobody() throws Exception {
    List<Order> nobodys =
        IntStream.range(0, MANY).mapToObj(_ -> created(here, sign(Optional.empty()))).toList();
    List<String> tokens =
        new ArrayList<>(
            nobodys.stream().map(it -> it.launch().orElseThrow().autoStartToken()).toList());

    List<Boolean> opened =
        atOnce(book -> {
          String token = take(tokens);
          return isDone(() -> new Phone(book).open(token, Optional.of(PERSON)));
        });

    assertEquals(1, count(opened, Boolean.TRUE::equals));
  }

  private static String take(List<String> tokens) {
    synchronized (tokens) {
      return tokens.removeLast();
    }
  }

  private static boolean isDone(Runnable action) {
    try {
      action.run();
      return true;
    } catch (PhoneRefusal refusal) {
      return false;
    }
  }

  private void signed(Order order) {
    here.change(
        orders -> orders.find(order.orderRef()),
        (found, now) -> found.changed(now, Script.now(new OrderState.Complete()), Speed.OF_BANKID));
  }

  private static Created create(OrderBook book, OrderRequest request) {
    return book.create(OWNER, request, Script.NOBODY);
  }

  private static Order created(OrderBook book, OrderRequest request) {
    return assertInstanceOf(Created.Running.class, create(book, request)).order();
  }

  private static <T> long count(List<T> all, Predicate<T> which) {
    return all.stream().filter(which).count();
  }

  /** Makes all calls at once, half of them here and half there. */
  private <T> List<T> atOnce(Function<OrderBook, T> call) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(MANY)) {
      List<Callable<T>> calls =
          IntStream.range(0, MANY)
              .<Callable<T>>mapToObj(i -> () -> call.apply(i % 2 == 0 ? here : there))
              .toList();
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : executor.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
