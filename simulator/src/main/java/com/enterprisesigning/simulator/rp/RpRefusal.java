package com.enterprisesigning.simulator.rp;

import com.enterprisesigning.simulator.http.Answer;
import com.enterprisesigning.simulator.http.Json;
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

  /** Returns the error that a role or a test asks for. A 429 reports an invented limit. */
  static RpRefusal onPurpose(int status, String errorCode, String details) {
    return new RpRefusal(status, errorCode, details, status == 429 ? rateLimit(10, 10) : Map.of());
  }

  /**
   * Returns the refusal of a call above a limit.
   *
   * @param calls how many calls are answered in a window
   * @param secondsToReset seconds until the next window begins
   */
  static RpRefusal tooManyRequests(int calls, long secondsToReset) {
    return new RpRefusal(
        429, "tooManyRequests", "Too many requests", rateLimit(calls, secondsToReset));
  }

  private static Map<String, String> rateLimit(int calls, long secondsToReset) {
    return Map.of(
        "RateLimit-Limit", Integer.toString(calls),
        "RateLimit-Remaining", "0",
        "RateLimit-Reset", Long.toString(secondsToReset));
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
   * Returns the refusal of an order that is unknown, cancelled, handed out or too old, or belongs
   * to another relying party. BankID does not say which.
   */
  static RpRefusal noSuchOrder() {
    return invalidParameters("No such order");
  }

  static RpRefusal alreadyInProgress() {
    return new RpRefusal(400, "alreadyInProgress", "Order already in progress for pno");
  }

  Answer answer() {
    return new Answer(
        status, headers, Json.object().put("errorCode", errorCode).put("details", getMessage()));
  }
}
