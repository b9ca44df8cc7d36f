package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.Launch;
import com.enterprisesigning.conflict.Channel;
import com.enterprisesigning.conflict.EndUserIp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A start for which BankID created an order.
 *
 * @param token created before the start's first write, and part of the condition of every later
 *     write
 * @param endUserIp absent for {@link Channel#PHONE}
 * @param launch the data that opens the app; absent for {@link Channel#PHONE}
 * @param startedAt when BankID's answer to the create was received
 * @param windowEnd when the order stops counting as live, whatever BankID says
 */
public record Attempt(
    UUID token,
    Channel channel,
    Optional<EndUserIp> endUserIp,
    String orderRef,
    Optional<Launch> launch,
    Instant startedAt,
    Instant windowEnd) {}
