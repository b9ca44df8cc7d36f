package com.enterprisesigning.local.processes;

import com.enterprisesigning.local.blackbox.JournalOrder;
import java.util.List;
import java.util.function.Predicate;

/**
 * BankID's journal of one person, held against the calls that were made meanwhile (design section
 * 6, invariants 1 to 3).
 *
 * @param orders oldest first
 * @param starts all that may have made one of them
 */
record Journal(List<JournalOrder> orders, List<Call> starts) {

  Journal {
    orders = List.copyOf(orders);
    starts = List.copyOf(starts);
  }

  /** Fails where two orders lived at the same time. */
  void holdsNoTwoAtOnce() {
    holdsNoTwoAtOnce(order -> false);
  }

  /**
   * Fails where two orders lived at the same time that somebody could have signed. A start that is
   * overtaken on its way to BankID makes an order, which it ends before it answers 409: nobody
   * learns of that one.
   */
  void holdsNoTwoAnsweredAtOnce() {
    holdsNoTwoAtOnce(this::isEndedByItsOwnStart);
  }

  /**
   * Fails as {@link #holdsNoTwoAnsweredAtOnce}; but the order of a start that was killed is
   * nobody's either, though it runs on until it ends by itself.
   *
   * @return how many of such orders ran beside another
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
          throw new AssertionError(order + " lived beside " + later);
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
