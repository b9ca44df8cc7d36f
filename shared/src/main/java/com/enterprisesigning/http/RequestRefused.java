package com.enterprisesigning.http;

import com.enterprisesigning.signing.Outcome;
import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.Refusal;
import java.util.Optional;

/**
 * Ends a call early with a problem. It has no stack trace, because it is an answer and not a fault.
 */
final class RequestRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;
  private final transient Optional<String> detail;

  private RequestRefused(Refusal refusal, Optional<String> detail) {
    super(refusal.reason().name(), null, false, false);
    this.refusal = refusal;
    this.detail = detail;
  }

  /**
   * Refuses the form of a request.
   *
   * @param detail what to change; never a value of the request
   */
  RequestRefused(Reason reason, String detail) {
    this(Refusal.of(reason), Optional.of(detail));
  }

  /** Returns the core's answer; throws if the core refused. */
  static <T> T answerOf(Outcome<T> outcome) throws RequestRefused {
    return switch (outcome) {
      case Outcome.Answered<T>(T answer) -> answer;
      case Outcome.Refused<T>(Refusal refused) ->
          throw new RequestRefused(refused, ConflictDetail.of(refused));
    };
  }

  Refusal refusal() {
    return refusal;
  }

  Optional<String> detail() {
    return detail;
  }
}
