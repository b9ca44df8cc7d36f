package com.enterprisesigning.conflict;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Idempotency;
import java.util.Optional;
import java.util.UUID;

/**
 * A start as the conflict rules see it: either the incoming start or the one that holds the guard.
 *
 * @param token created before the start's first write, and part of the condition of every later
 *     write
 * @param endUserIp present for {@link Channel#START}, absent for {@link Channel#PHONE}
 */
public record Contender(
    UUID token,
    UUID participantId,
    String client,
    Channel channel,
    Optional<EndUserIp> endUserIp,
    Optional<Idempotency> idempotency) {

  /** Returns whether both starts use the same channel and, for /start, the same IP address. */
  boolean sharesChannelAndIpWith(Contender other) {
    return channel == other.channel && endUserIp.equals(other.endUserIp);
  }

  /**
   * Returns whether both starts carry the same {@code Idempotency-Key}, from the same client and
   * for the same participant.
   */
  boolean sharesKeyWith(Contender other) {
    return idempotency.isPresent()
        && idempotency
            .map(Idempotency::keyDigest)
            .equals(other.idempotency.map(Idempotency::keyDigest))
        && client.equals(other.client)
        && participantId.equals(other.participantId);
  }

  /** Returns whether both starts have the same request digest. */
  boolean asksTheSameAs(Contender other) {
    return idempotency
        .map(Idempotency::requestDigest)
        .equals(other.idempotency.map(Idempotency::requestDigest));
  }

  /**
   * Returns this start without its key, because an order that a conflict has ended must never be
   * replayed.
   */
  public Contender withoutKey() {
    return new Contender(token, participantId, client, channel, endUserIp, Optional.empty());
  }
}
