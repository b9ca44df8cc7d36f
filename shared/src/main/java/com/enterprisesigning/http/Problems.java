package com.enterprisesigning.http;

import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.Refusal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** Writes every error of the contract as a problem (RFC 9457; {@code docs/errors.md#each-code}). */
final class Problems {
  private static final String BOTH_ENDED =
      "The person already had an order. This start has ended, and usually that order has ended too."
          + " Start again";
  private static final String BOTH_ENDED_BY_PHONE =
      "This start and a running order have ended each other, because at least one of them was"
          + " started by phone. The personal number is blocked until retry_at";
  private static final String DIFFERENT_IPS_BLOCK =
      "This start came too soon after a start from another IP address. Both have ended. The"
          + " personal number is blocked until retry_at";
  private static final String BLOCKED =
      "The personal number is blocked until retry_at. A call before that changes nothing";
  private static final String UNSETTLED =
      "Another call or order of the person is not settled yet. This call changed nothing. Try again"
          + " at retry_at";

  private Problems() {}

  /** A status, its phrase (RFC 9110 section 15), and what to do next. */
  private record Wording(int status, String title, String message) {}

  /**
   * Returns the problem that answers a refusal.
   *
   * @param instance {@code /signing/<operation>} for the four calls, otherwise the request's path
   */
  static ApiAnswer answer(RequestRefused refused, String instance, String requestId, Instant now) {
    Refusal refusal = refused.refusal();
    Wording wording = wording(refusal.reason());
    ObjectNode body = Json.object();
    body.put("type", "about:blank");
    body.put("title", wording.title());
    body.put("status", wording.status());
    refused.detail().or(() -> conflictDetail(refusal)).ifPresent(text -> body.put("detail", text));
    body.put("instance", instance);
    body.putObject("reason").put("code", refusal.reason().name()).put("message", wording.message());
    body.put("request_id", requestId);
    Optional<Instant> retryAt = refusal.retryAt();
    retryAt.ifPresent(time -> body.put("retry_at", Times.textRoundedUp(time)));
    ApiAnswer problem = ApiAnswer.problem(wording.status(), body, refusal.reason());
    return retryAt
        .map(time -> problem.with("Retry-After", Long.toString(Times.secondsUntil(time, now))))
        .orElse(problem);
  }

  /**
   * Returns the cause of a refused start or cancel as a sentence; empty if the reason says
   * everything. Two causes have different sentences only if {@code retry_at} distinguishes them
   * anyway: by whether it is present, or by how far away it is. A caller must not learn whether the
   * other order belongs to another client or to another relying party (invariant 7, {@code
   * docs/correctness.md#the-invariants}).
   */
  private static Optional<String> conflictDetail(Refusal refusal) {
    return refusal
        .cause()
        .map(cause ->
            switch (cause) {
              case SAME_IP, ELSEWHERE -> BOTH_ENDED;
              case DIFFERENT_IPS -> DIFFERENT_IPS_BLOCK;
              case PHONE, MIXED -> BOTH_ENDED_BY_PHONE;
              case BLOCKED -> BLOCKED;
              case MISSING -> UNSETTLED;
              // With a retry time, nothing was changed; without one, the start's own order has
              // ended.
              case OVERTAKEN -> refusal.retryAt().isPresent() ? UNSETTLED : BOTH_ENDED;
            });
  }

  private static Wording wording(Reason reason) {
    return switch (reason) {
      case INVALID_REQUEST ->
          badRequest(
              "The request does not match the contract. Correct what detail names before you send"
                  + " it again");
      case MISSING_SCOPE ->
          forbidden(
              "The access token does not allow this call. Get a token with the scope or"
                  + " claim that detail names");
      case END_USER_IP_NOT_ALLOWED ->
          forbidden(
              "The access token does not allow end_user_ip. Leave end_user_ip out, or get a token"
                  + " with the scope signing/on-behalf");
      case PARTICIPANT_NOT_FOUND ->
          notFound(
              "There is no participant with this id. Use a participant id from the answer to your"
                  + " registration");
      case PROCESS_NOT_FOUND ->
          notFound(
              "There is no process with this id. Use the process id from the answer to your"
                  + " registration");
      case EVIDENCE_NOT_FOUND ->
          notFound(
              "There is no evidence for this participant, or not for this order. Try again after collect has answered"
                  + " COMPLETE");
      // Keep this text word for word: clients of the API that this one follows compare it.
      case RFA4_SIGNING_IN_PROGRESS ->
          conflict(
              "An identification or signing for this personal number is already started. Please"
                  + " try again");
      case REQUEST_IN_PROGRESS ->
          conflict(
              "Another request with the same Idempotency-Key is in progress. Send the same request"
                  + " again at retry_at");
      case SIGNING_NOT_STARTED ->
          conflict("The signing has not been started. Call start or start/phone before collect");
      case SIGNING_ALREADY_COMPLETED ->
          conflict("The participant has already signed. Call collect to read the outcome");
      case REQUIREMENT_NOT_FOR_PHONE ->
          conflict(
              "The participant must show an identity document (mrtd), which a phone order cannot"
                  + " ask for. Call start instead of start/phone");
      case PROCESS_EXPIRED -> gone("The process has expired. Register a new process");
      case PROCESS_WITHDRAWN ->
          gone("The process was withdrawn. Register a new process if it still is to be signed");
      case PAYLOAD_TOO_LARGE ->
          new Wording(
              413,
              "Content Too Large",
              "The body is too large for this call. Shorten it to the limit that detail names");
      case UNSUPPORTED_MEDIA_TYPE ->
          new Wording(
              415,
              "Unsupported Media Type",
              "The body is not declared as JSON in UTF-8. Send Content-Type: application/json");
      case IDEMPOTENCY_KEY_REUSED ->
          new Wording(
              422,
              "Unprocessable Content",
              "The Idempotency-Key was already used for a different request. Use a new key for each"
                  + " request that is not a retry");
      case BANKID_REFUSED ->
          new Wording(
              424,
              "Failed Dependency",
              "BankID refuses this request and would refuse it again. Do not repeat it unchanged, and"
                  + " report request_id");
      case INTERNAL_ERROR ->
          new Wording(
              500,
              "Internal Server Error",
              "This service failed, and the call may or may not have had an effect. Try again, and"
                  + " report request_id if it keeps failing");
      case SIGNATURE_LOST ->
          new Wording(
              500,
              "Internal Server Error",
              "BankID handed out the signature, and this service could not store it. Collect until"
                  + " the outcome is final. After COLLECT_ERROR, start again: the person must sign"
                  + " again");
      case EVIDENCE_CHANGED ->
          new Wording(
              500,
              "Internal Server Error",
              "What is kept of the signature has changed since it was stored. Do not rely on it, and"
                  + " report request_id");
      case RFA5_BANKID_ERROR -> new Wording(502, "Bad Gateway", "BankID failed. Please try again");
      case RFA5_BANKID_UNAVAILABLE ->
          new Wording(
              503,
              "Service Unavailable",
              "BankID cannot be reached at the moment. Try again at retry_at");
      case SERVICE_UNAVAILABLE ->
          new Wording(
              503,
              "Service Unavailable",
              "This service cannot reach its own storage at the moment, and the call may or may not"
                  + " have had an effect. Send the same request again at retry_at");
    };
  }

  private static Wording badRequest(String message) {
    return new Wording(400, "Bad Request", message);
  }

  private static Wording forbidden(String message) {
    return new Wording(403, "Forbidden", message);
  }

  private static Wording notFound(String message) {
    return new Wording(404, "Not Found", message);
  }

  private static Wording conflict(String message) {
    return new Wording(409, "Conflict", message);
  }

  private static Wording gone(String message) {
    return new Wording(410, "Gone", message);
  }
}
