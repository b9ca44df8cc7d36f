package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.Launch;
import com.enterprisesigning.conflict.Channel;
import com.enterprisesigning.conflict.EndUserIp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One start of a participant that got its order from BankID.
 *
 * @param token made before the first write of the start, and in every later condition of it
 * @param endUserIp absent on {@link Channel#PHONE}, which has none
 * @param launch what opens the app; absent on {@link Channel#PHONE}
 * @param startedAt when BankID's answer to the create was received
 * @param windowEnd when the order is no longer live, whatever BankID says
 */
public record Attempt(
    UUID token,
    Channel channel,
    Optional<EndUserIp> endUserIp,
    String orderRef,
    Optional<Launch> launch,
    Instant startedAt,
    Instant windowEnd) {}
