package com.enterprisesigning.local.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * An order as the simulator saw it.
 *
 * @param outcome {@code complete} or the failed hint code
 */
public record JournalOrder(
    String orderRef, Instant createdAt, Optional<Instant> endedAt, Optional<String> outcome) {

  /** Reads an entry of the journal. */
  public static JournalOrder of(JsonNode entry) {
    return new JournalOrder(
        entry.path("order_ref").asText(),
        Instant.parse(entry.path("created_at").asText()),
        Optional.ofNullable(entry.path("ended_at").textValue()).map(Instant::parse),
        Optional.ofNullable(entry.path("outcome").textValue()));
  }

  public boolean isLive() {
    return endedAt.isEmpty();
  }

  /** Returns whether this order ended no later than the other began. */
  public boolean isBefore(JournalOrder other) {
    return endedAt.filter(end -> !end.isAfter(other.createdAt)).isPresent();
  }
}
