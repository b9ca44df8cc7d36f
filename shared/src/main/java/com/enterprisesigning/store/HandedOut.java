package com.enterprisesigning.store;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.Digest;
import com.enterprisesigning.domain.Order;
import com.enterprisesigning.domain.PersonKey;
import com.enterprisesigning.evidence.Evidence;
import java.time.Instant;

/**
 * A completion as BankID handed it out, before anything is known about it except its order ({@code
 * docs/architecture.md#store}).
 *
 * @param receivedAt when the service received it
 * @param keptUntil when the table may drop it, unless its evidence is kept for longer
 */
public record HandedOut(
    PersonKey person, Order order, Completion completion, Instant receivedAt, Instant keptUntil) {

  /** Returns what was handed out for this evidence. */
  public static HandedOut of(Evidence evidence) {
    return new HandedOut(
        evidence.person(),
        evidence.order(),
        evidence.completion(),
        evidence.storedAt(),
        evidence.keptUntil());
  }

  /** Returns the same, kept for another time. */
  public HandedOut until(Instant until) {
    return new HandedOut(person, order, completion, receivedAt, until);
  }

  /** Returns the digest of what is kept, in lower-case hexadecimal. It leaves out the retention. */
  public String digest() {
    Digest digest = new Digest("handed out").add(person.hex()).add(receivedAt);
    order.addTo(digest);
    return completion.addTo(digest).hex();
  }

  @Override
  public String toString() {
    return "HandedOut[secret]";
  }
}
