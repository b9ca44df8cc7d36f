package com.enterprisesigning.conflict;

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
    Optional<EndUserIp> endUserIp) {}
