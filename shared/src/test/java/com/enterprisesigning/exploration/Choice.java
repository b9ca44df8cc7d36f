package com.enterprisesigning.exploration;

import java.time.Instant;

/** What may happen next. */
sealed interface Choice {

  /**
   * Returns whether this is not one of the calls' own steps. A schedule has only a limited number
   * of these.
   */
  default boolean isDisturbance() {
    return true;
  }

  /** A call makes its next step. */
  record Let(int caller, Fate fate) implements Choice {
    @Override
    public boolean isDisturbance() {
      return fate != Fate.GOES_ON;
    }
  }

  /** Time passes, up to the point where something ends by itself. */
  record Turn(Instant to) implements Choice {}

  /** The person does something with an order on the phone. */
  record Phone(Act act, String orderRef) implements Choice {}

  /** What the person does. */
  enum Act {
    OPENS,
    SIGNS,
    REFUSES
  }

  /** From now on every call of the table fails. */
  record TableGoesAway() implements Choice {}

  /** From now on BankID does not answer. */
  record BankIdGoesAway() implements Choice {}

  /** What was unavailable is available again. */
  record ComesBack() implements Choice {
    @Override
    public boolean isDisturbance() {
      return false;
    }
  }

  /** A request arrives after its caller has given up on it. */
  record Arrives(int late) implements Choice {
    @Override
    public boolean isDisturbance() {
      return false;
    }
  }
}
