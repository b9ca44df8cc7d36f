package com.enterprisesigning.exploration;

import com.enterprisesigning.conflict.Channel;
import com.enterprisesigning.conflict.EndUserIp;
import java.time.Instant;
import java.util.Optional;

/** What a person has, in the words of design section 3. */
sealed interface Holding {

  record Nothing() implements Holding {}

  /**
   * A start holds the person: its order runs, or is on its way.
   *
   * @param maker the call that started
   * @param isKeyed whether it came with an Idempotency-Key
   * @param isOnItsWay whether it was never answered with its order: it counts as live until then,
   *     however its order stands
   * @param windowEnd when a slot that is left in its place ends
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
   * A slot for an address.
   *
   * @param who the participant whose order was killed, or was given up by BankID
   */
  record Slot(Call.Who who, Optional<EndUserIp> ip, Instant until) implements Holding {}

  record Block(Instant until) implements Holding {}
}
