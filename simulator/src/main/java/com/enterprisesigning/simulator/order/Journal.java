package com.enterprisesigning.simulator.order;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/** The orders that no call can find any more, oldest first. Bounded; not thread-safe. */
final class Journal {
  private static final int LONGEST = 100_000;

  private final Deque<JournalEntry> entries = new ArrayDeque<>();

  void add(JournalEntry entry) {
    if (entries.size() == LONGEST) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  Stream<JournalEntry> entries() {
    return entries.stream();
  }
}
