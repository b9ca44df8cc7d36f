package com.enterprisesigning.exploration;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.signing.SigningStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether the table shows what the specification holds. */
final class Shown {
  /** A lease is reserved within the time of its function, and its slot counts from there. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

  private Shown() {}

  /**
   * Whether the guard is what the person has.
   *
   * @param isFaulty then a lease may stand whose start is gone, or have taken something's place; or
   *     a guard whose order has ended, which whoever meets it finds out
   */
  static boolean matches(Holding holding, World world, boolean isFaulty) {
    Optional<Guard> guard =
        world.guard().filter(standing -> world.now().isBefore(standing.expiresAt()));
    if (guard.isEmpty()) {
      return holding instanceof Holding.Nothing || (isFaulty && holding instanceof Holding.Started);
    }
    return switch (guard.get()) {
      case Guard.Lease lease -> isFaulty;
      case Guard.Live live ->
          (holding instanceof Holding.Started started
                  && started.maker().equals(BankIdTwin.maker(live.running().orderRef()))
                  && world.signing(started.who()).status() != SigningStatus.COMPLETE)
              || (isFaulty && !world.bankId().order(live.running().orderRef()).runs());
      case Guard.Slot slot ->
          holding instanceof Holding.Slot(Call.Who who, var ip, Instant until)
              && ip.equals(slot.holder().endUserIp())
              && (isFaulty
                  || Duration.between(until, slot.expiresAt()).abs().compareTo(ON_ITS_WAY) <= 0)
              && world
                  .participants()
                  .get(who)
                  .participantId()
                  .equals(slot.holder().participantId());
      case Guard.Block block ->
          holding instanceof Holding.Block(Instant until) && until.equals(block.expiresAt());
    };
  }
}
