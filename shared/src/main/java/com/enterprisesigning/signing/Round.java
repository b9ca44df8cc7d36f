package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Guard;
import com.enterprisesigning.domain.Signing;

/** How one round of a start ended. */
sealed interface Round {

  /** The call has its outcome. */
  record Over(Outcome<Signing> outcome) implements Round {}

  /**
   * The guard or the signing has changed since the round read it. The start reads both again, in
   * its next round.
   */
  record Again() implements Round {}

  /**
   * Another call has replaced the guard that the round met. The next round meets the guard that
   * stands now, without reading anything again.
   */
  record Met(Guard standing) implements Round {}

  static Round refused(Refusal refusal) {
    return new Over(Outcome.refused(refusal));
  }
}
