package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.local.blackbox.JournalOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts the pairs of one person's orders that were live at the same time. The times come from
 * BankID's journal, which is exact to the millisecond. A start that loses a race may create an
 * order and end it before it answers 409. No caller learns of such an order, so pairs with it do
 * not count. Each refused start explains at most one such order.
 */
final class SideBySide {
  private final List<Answered> refused;
  private final Set<JournalOrder> nobodys = new HashSet<>();

  private SideBySide(List<Answered> starts) {
    refused =
        starts.stream()
            .filter(start -> start.status() != 200)
            .sorted(Comparator.comparing(Answered::endedAt))
            .collect(Collectors.toCollection(ArrayList::new));
  }

  static long count(List<JournalOrder> orders, List<Answered> starts) {
    return new SideBySide(starts)
        .pairs(orders.stream().sorted(Comparator.comparing(JournalOrder::createdAt)).toList());
  }

  private long pairs(List<JournalOrder> orders) {
    long pairs = 0;
    for (int i = 0; i < orders.size(); i++) {
      JournalOrder order = orders.get(i);
      for (JournalOrder later : orders.subList(i + 1, orders.size())) {
        boolean apart = order.isBefore(later) || later.isBefore(order);
        if (!apart && !isNobodys(order) && !isNobodys(later)) {
          pairs++;
        }
      }
    }
    return pairs;
  }

  private boolean isNobodys(JournalOrder order) {
    if (nobodys.contains(order)) {
      return true;
    }
    Optional<Answered> its = refused.stream().filter(start -> made(start, order)).findFirst();
    its.ifPresent(start -> {
      refused.remove(start);
      nobodys.add(order);
    });
    return its.isPresent();
  }

  private static boolean made(Answered refused, JournalOrder order) {
    return refused.spans(order.createdAt()) && order.endedAt().filter(refused::spans).isPresent();
  }
}
