package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.blackbox.JournalOrder;
import java.util.List;
import java.util.function.Predicate;

/**
 * BankID's journal of one person, checked against the calls of the same time: invariants 1 to 3,
 * {@code docs/architecture.md#invariants}.
 *
 * @param orders oldest first
 * @param starts all that may have created one of the orders
 */
record Journal(List<JournalOrder> orders, List<Call> starts) {

  Journal {
    orders = List.copyOf(orders);
    starts = List.copyOf(starts);
  }

  /** Fails if two orders were live at the same time. */
  void holdsNoTwoAtOnce() {
    holdsNoTwoAtOnce(order -> false);
  }

  /**
   * Fails if two orders were live at the same time that somebody could have signed. A start that is
   * overtaken on its way to BankID creates an order, and ends it before it answers 409. Nobody
   * learns of that order, so it is excused.
   */
  void holdsNoTwoAnsweredAtOnce() {
    holdsNoTwoAtOnce(this::isEndedByItsOwnStart);
  }

  /**
   * Fails like {@link #holdsNoTwoAnsweredAtOnce}, but also excuses the order of a start that was
   * killed. Nobody learns of that order either, though it runs until it ends by itself.
   *
   * @return how many pairs of orders at the same time were excused
   */
  int holdsNoTwoAnsweredAtOnceThoughStartsDied() {
    return holdsNoTwoAtOnce(order -> isEndedByItsOwnStart(order) || isOfAKilledStart(order));
  }

  private int holdsNoTwoAtOnce(Predicate<JournalOrder> isNobodys) {
    int excused = 0;
    for (int i = 0; i < orders.size(); i++) {
      for (JournalOrder later : orders.subList(i + 1, orders.size())) {
        JournalOrder order = orders.get(i);
        boolean lonely = order.isBefore(later) || later.isBefore(order);
        if (!lonely && !isNobodys.test(order) && !isNobodys.test(later)) {
          throw new AssertionError(order + " ran at the same time as " + later);
        }
        excused += lonely ? 0 : 1;
      }
    }
    return excused;
  }

  private boolean isEndedByItsOwnStart(JournalOrder order) {
    return starts.stream()
        .filter(call -> !call.died() && !call.succeeded())
        .anyMatch(call ->
            call.spans(order.createdAt()) && order.endedAt().filter(call::spans).isPresent());
  }

  private boolean isOfAKilledStart(JournalOrder order) {
    return starts.stream().anyMatch(call -> call.died() && call.spans(order.createdAt()));
  }
}
