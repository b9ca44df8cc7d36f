package com.enterprisesigning.conflict;

import java.util.Optional;
import java.util.UUID;

/**
 * An order at BankID and the attempt that made it.
 *
 * @param token of the attempt
 * @param orderRef BankID's
 */
public record Order(
    UUID participantId,
    UUID token,
    String orderRef,
    Channel channel,
    Optional<EndUserIp> endUserIp) {}
