package com.enterprisesigning.exploration;

import com.enterprisesigning.conflict.Channel;
import com.enterprisesigning.conflict.EndUserIp;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person has, in the words of the conflict rules ({@code
 * docs/architecture.md#the-conflict-rules}).
 */
sealed interface Holding {

  record Nothing() implements Holding {}

  /**
   * A start holds the person: its order is running, or the start is in flight.
   *
   * @param maker the call that started
   * @param isKeyed whether the start carried an Idempotency-Key
   * @param isOnItsWay whether the start was never answered with its order; it then counts as live
   *     until {@code until}, whatever the state of its order
   * @param windowEnd when a slot that replaces it ends
   */
  record Started(
      String maker,
      Call.Who who,
      Channel channel,
      Optional<EndUserIp> ip,
      boolean isKeyed,
      boolean isOnItsWay,
      Instant until,
      Instant windowEnd)
      implements Holding {}

  /**
   * A slot for an IP address.
   *
   * @param who the participant whose order was ended by a conflict or given up by BankID
   */
  record Slot(Call.Who who, Optional<EndUserIp> ip, Instant until) implements Holding {}

  record Block(Instant until) implements Holding {}
}
