package com.enterprisesigning.http;

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

  /** Passes on the core's refusal. */
  RequestRefused(Refusal refusal) {
    this(refusal, Optional.empty());
  }

  /**
   * Refuses a request before the core is asked.
   *
   * @param detail what to change; never a value of the request
   */
  RequestRefused(Reason reason, String detail) {
    this(Refusal.of(reason), Optional.of(detail));
  }

  Refusal refusal() {
    return refusal;
  }

  Optional<String> detail() {
    return detail;
  }
}
