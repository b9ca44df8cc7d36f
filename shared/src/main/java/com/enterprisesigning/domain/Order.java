package com.enterprisesigning.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * An order at BankID and the attempt that created it.
 *
 * @param token the attempt's token
 * @param orderRef BankID's reference for the order
 */
public record Order(
    UUID participantId,
    UUID token,
    String orderRef,
    Channel channel,
    Optional<EndUserIp> endUserIp) {

  /** Adds the order and its attempt. */
  public Digest addTo(Digest digest) {
    return digest
        .add(participantId)
        .add(token)
        .add(orderRef)
        .add(channel)
        .add(endUserIp.map(EndUserIp::address));
  }
}
