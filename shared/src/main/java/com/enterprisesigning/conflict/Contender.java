package com.enterprisesigning.conflict;

import java.util.Optional;
import java.util.UUID;

/**
 * One start, as the rules see it: the one that comes in, and the one that holds the person.
 *
 * @param token made before the first write of the start, and in every later condition of it
 * @param endUserIp present on {@link Channel#START}, absent on {@link Channel#PHONE}
 */
public record Contender(
    UUID token,
    UUID participantId,
    String client,
    Channel channel,
    Optional<EndUserIp> endUserIp,
    Optional<Idempotency> idempotency) {

  /** Whether both come by the same channel and, on /start, from the same address. */
  boolean comesLike(Contender other) {
    return channel == other.channel && endUserIp.equals(other.endUserIp);
  }

  /** Whether both carry one {@code Idempotency-Key} of one client, for one participant. */
  boolean sharesKeyWith(Contender other) {
    return idempotency.isPresent()
        && idempotency
            .map(Idempotency::keyDigest)
            .equals(other.idempotency.map(Idempotency::keyDigest))
        && client.equals(other.client)
        && participantId.equals(other.participantId);
  }

  /** Whether both were sent the same members. */
  boolean asksTheSameAs(Contender other) {
    return idempotency
        .map(Idempotency::requestDigest)
        .equals(other.idempotency.map(Idempotency::requestDigest));
  }

  /** The same without its key: what a conflict has killed is replayed to nobody. */
  public Contender withoutKey() {
    return new Contender(token, participantId, client, channel, endUserIp, Optional.empty());
  }
}
