package com.enterprisesigning.exploration;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.signing.SigningStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Compares the table with the specification. */
final class Shown {
  /**
   * How much the end of a slot may differ. If a slot replaces a lease, its end counts from the
   * reservation, which is made within the time of one function.
   */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

  private Shown() {}

  /**
   * Returns whether the guard shows what the person has.
   *
   * @param isFaulty whether something failed. Then a lease may stand although its start is gone, or
   *     in place of another guard. A guard may also stand although its order has ended, until a
   *     call meets it.
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
