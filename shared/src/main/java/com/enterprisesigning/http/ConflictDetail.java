package com.enterprisesigning.http;

import com.enterprisesigning.signing.Refusal;
import java.util.Optional;

/**
 * The cause of a refused start or cancel, as a sentence for {@code detail}. Causes share a sentence
 * unless {@code retry_at}, by being present or by its distance, tells them apart anyway. A caller
 * must not learn whether the other order belongs to another client or to another relying party
 * (invariant 7, {@code docs/architecture.md#invariants}).
 */
final class ConflictDetail {
  private static final String BOTH_ENDED =
      "The person already had an order. This start has ended, and usually that order has ended too."
          + " Start again";
  private static final String BOTH_ENDED_BY_PHONE =
      "This start and a running order have ended each other, because at least one of them was"
          + " started by phone. The personal number is blocked until retry_at";
  private static final String TOO_CLOSE =
      "This start came too soon after a start from another IP address. Both have ended. The"
          + " personal number is blocked until retry_at";
  private static final String BLOCKED =
      "The personal number is blocked until retry_at. A call before that changes nothing";
  private static final String UNSETTLED =
      "Another call or order of the person is not settled yet. This call changed nothing. Try again"
          + " at retry_at";

  private ConflictDetail() {}

  /** Empty if the reason says everything. */
  static Optional<String> of(Refusal refusal) {
    return refusal
        .cause()
        .map(cause ->
            switch (cause) {
              case SAME_IP, ELSEWHERE -> BOTH_ENDED;
              case DIFFERENT_IPS -> TOO_CLOSE;
              case PHONE, MIXED -> BOTH_ENDED_BY_PHONE;
              case BLOCKED -> BLOCKED;
              case MISSING -> UNSETTLED;
              // With a retry time, nothing was changed; without one, the start's own order has
              // ended.
              case OVERTAKEN -> refusal.retryAt().isPresent() ? UNSETTLED : BOTH_ENDED;
            });
  }
}
