package com.enterprisesigning.simulator.rp;

import com.enterprisesigning.simulator.http.Answer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/** An error of the wire API ({@code docs/bankid.md#errors}). */
final class RpRefusal extends RuntimeException {
  private final int status;
  private final String errorCode;
  private final Map<String, String> headers;

  RpRefusal(int status, String errorCode, String details, Map<String, String> headers) {
    super(details, null, false, false);
    this.status = status;
    this.errorCode = errorCode;
    this.headers = headers;
  }

  RpRefusal(int status, String errorCode, String details) {
    this(status, errorCode, details, Map.of());
  }

  /** Returns any error that was asked for; a 429 always has its headers. */
  static RpRefusal onPurpose(int status, String errorCode, String details) {
    return status == 429
        ? tooManyRequests(errorCode, details, RateLimit.ON_PURPOSE)
        : new RpRefusal(status, errorCode, details);
  }

  static RpRefusal tooManyRequests(RateLimit limit) {
    return tooManyRequests("tooManyRequests", "Too many requests", limit);
  }

  private static RpRefusal tooManyRequests(String errorCode, String details, RateLimit limit) {
    return new RpRefusal(429, errorCode, details, limit.headers());
  }

  static RpRefusal invalidParameters(String details) {
    return new RpRefusal(400, "invalidParameters", details);
  }

  static RpRefusal invalid(String name) {
    return invalidParameters("Invalid " + name);
  }

  static RpRefusal missing(String name) {
    return invalidParameters("Missing " + name);
  }

  /**
   * Returns the refusal of an order that is unknown, cancelled, another relying party's, handed out
   * or too old. BankID does not say which.
   */
  static RpRefusal noSuchOrder() {
    return invalidParameters("No such order");
  }

  static RpRefusal alreadyInProgress() {
    return new RpRefusal(400, "alreadyInProgress", "Order already in progress for pno");
  }

  Answer answer() {
    return new Answer(
        status,
        headers,
        JsonNodeFactory.instance
            .objectNode()
            .put("errorCode", errorCode)
            .put("details", getMessage()));
  }
}
