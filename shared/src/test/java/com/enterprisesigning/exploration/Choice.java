package com.enterprisesigning.exploration;

import java.time.Instant;

/** What may happen next. */
sealed interface Choice {

  /** Whether it is none of the calls' own doing: of these a schedule has only so many. */
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

  /** Time goes by, to where something ends by itself. */
  record Turn(Instant to) implements Choice {}

  /** The person does something with an order on the phone. */
  record Phone(Act act, String orderRef) implements Choice {}

  /** What a person does. */
  enum Act {
    OPENS,
    SIGNS,
    REFUSES
  }

  /** From now on every call of the table fails. */
  record TableGoesAway() implements Choice {}

  /** From now on BankID answers nothing. */
  record BankIdGoesAway() implements Choice {}

  /** What was away is there again. */
  record ComesBack() implements Choice {
    @Override
    public boolean isDisturbance() {
      return false;
    }
  }

  /** A request that was given up arrives. */
  record Arrives(int late) implements Choice {
    @Override
    public boolean isDisturbance() {
      return false;
    }
  }
}
