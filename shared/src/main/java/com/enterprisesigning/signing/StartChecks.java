package com.enterprisesigning.signing;

import com.enterprisesigning.conflict.Channel;
import java.time.Instant;
import java.util.Optional;

/**
 * The checks that refuse a start before any conflict is considered, in the order of the contract.
 */
final class StartChecks {
  private StartChecks() {}

  static Optional<Reason> refuse(Participant participant, StartRequest request, Instant now) {
    if (participant.signing().status() == SigningStatus.COMPLETE) {
      return Optional.of(Reason.SIGNING_ALREADY_COMPLETED);
    }
    if (participant.signing().withdrawn()) {
      return Optional.of(Reason.PROCESS_WITHDRAWN);
    }
    if (!now.isBefore(participant.details().expiresAt())) {
      return Optional.of(Reason.PROCESS_EXPIRED);
    }
    if (request.channel() == Channel.PHONE && !participant.details().requirement().isForPhone()) {
      return Optional.of(Reason.REQUIREMENT_NOT_FOR_PHONE);
    }
    return Optional.empty();
  }
}
