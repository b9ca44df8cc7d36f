package com.enterprisesigning.benchmarks.load;

import com.enterprisesigning.benchmarks.callers.Answered;
import com.enterprisesigning.local.blackbox.JournalOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts the orders of one person that lived beside another, by BankID's journal, which knows
 * milliseconds. A start that is overtaken on its way makes an order that it ends before it answers
 * 409: nobody learns of that one, and it counts for nothing; each such start explains one order.
 */
final class SideBySide {
  private SideBySide() {}

  static long count(List<JournalOrder> orders, List<Answered> starts) {
    List<Answered> refused =
        starts.stream()
            .filter(start -> start.status() != 200)
            .sorted(Comparator.comparing(Answered::endedAt))
            .collect(Collectors.toCollection(ArrayList::new));
    List<JournalOrder> somebodys = new ArrayList<>();
    for (JournalOrder order :
        orders.stream().sorted(Comparator.comparing(JournalOrder::createdAt)).toList()) {
      Optional<Answered> its =
          refused.stream().filter(start -> isOfNobody(order, start)).findFirst();
      its.ifPresentOrElse(refused::remove, () -> somebodys.add(order));
    }
    long beside = 0;
    Instant latestEnd = Instant.MIN;
    for (JournalOrder order : somebodys) {
      if (order.createdAt().isBefore(latestEnd)) {
        beside++;
      }
      Instant end = order.endedAt().orElse(Instant.MAX);
      latestEnd = end.isAfter(latestEnd) ? end : latestEnd;
    }
    return beside;
  }

  private static boolean isOfNobody(JournalOrder order, Answered refused) {
    return refused.spans(order.createdAt())
        && order.endedAt().filter(refused::spans).isPresent();
  }
}
