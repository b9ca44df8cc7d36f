package com.enterprisesigning.http;

import com.enterprisesigning.bankid.AnimatedQrCode;
import com.enterprisesigning.bankid.Opening;
import com.enterprisesigning.bankid.UserMessage;
import com.enterprisesigning.bankid.UserMessages;
import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.HintCode;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.SigningStatus;
import com.enterprisesigning.http.Caller.Scope;
import com.enterprisesigning.signing.SigningService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** POST /signing/collect ("Statuses of /collect" in {@code docs/architecture.md#the-contract}). */
public final class CollectCall extends Endpoint {
  private static final Form<Opening> LAUNCH =
      Form.oneOf(
          new TreeMap<>(
              Map.of("DESKTOP", Opening.DESKTOP, "MOBILE", Opening.MOBILE, "QR", Opening.QR)));

  private final SigningService service;

  public CollectCall(SigningService service, Clock clock) {
    super(Scope.SIGN, "/signing/collect", clock);
    this.service = service;
  }

  @Override
  ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    RequestBody body = RequestBody.read(request, RequestBody.SMALL);
    Optional<UUID> participantId = body.participantId();
    Opening launch = body.optional("launch", LAUNCH).orElse(Opening.QR);
    body.finish();
    Signing signing =
        answerOf(service.collect(client, participantId.orElseThrow(), request.deadline()));
    return ApiAnswer.of(200, state(signing, launch, now()));
  }

  /**
   * Returns the state of the signing at {@code now}.
   *
   * @param launch how the user's page opens an order of /start. It affects only the message to the
   *     user, and is ignored for a phone order.
   */
  private static ObjectNode state(Signing signing, Opening launch, Instant now) {
    PublicStatus shown = PublicStatus.of(signing);
    Optional<String> qrString = qrString(signing, shown, now);
    ObjectNode answer = Json.object().put("status", shown.status());
    shown.hint().ifPresent(hint -> answer.put("hint_code", hint.name()));
    qrString.ifPresent(qr -> answer.put("qr_string", qr));
    if (signing.status().isUnsettled()) {
      answer.put(
          "next_collect_ms",
          qrString.isPresent() ? Polling.WITH_QR_MILLIS : Polling.WITHOUT_QR_MILLIS);
    }
    message(signing, launch).ifPresent(message -> Polling.putMessage(answer, message));
    shown.signedAt().ifPresent(time -> answer.put("signed_at", Times.text(time)));
    return answer;
  }

  /** Returns the content of the QR code, but only while the order waits to be opened. */
  private static Optional<String> qrString(Signing signing, PublicStatus shown, Instant now) {
    return isWaitingToBeOpened(signing.status(), shown.hint())
        ? signing.attempt().flatMap(attempt -> qrString(attempt, now))
        : Optional.empty();
  }

  private static Optional<String> qrString(Attempt attempt, Instant now) {
    return attempt.launch().map(launch -> new AnimatedQrCode(launch, attempt.startedAt()).at(now));
  }

  private static boolean isWaitingToBeOpened(SigningStatus status, Optional<HintCode> hint) {
    return switch (status) {
      case INITIATED -> true;
      case PENDING ->
          hint.filter(h -> h == HintCode.OUTSTANDING_TRANSACTION || h == HintCode.NO_CLIENT)
              .isPresent();
      case CREATED, ENDING, COMPLETE, FAILED, COLLECT_ERROR -> false;
    };
  }

  /** Returns the message to the user; a hint that the contract does not list has one too. */
  private static Optional<UserMessage> message(Signing signing, Opening launch) {
    Opening opening = opening(signing, launch);
    HintCode hint = signing.hint().orElse(HintCode.UNKNOWN);
    return switch (signing.status()) {
      case CREATED -> throw new IllegalStateException("a signing never started is not collected");
      case INITIATED -> Optional.of(UserMessages.initiated(opening));
      case PENDING -> Optional.of(UserMessages.pending(hint, opening));
      case ENDING -> Optional.of(UserMessages.pending(HintCode.UNKNOWN, opening));
      case FAILED -> Optional.of(UserMessages.failed(hint, opening));
      case COLLECT_ERROR -> Optional.of(UserMessages.collectError());
      case COMPLETE -> Optional.empty();
    };
  }

  private static Opening opening(Signing signing, Opening launch) {
    return switch (signing.attempt().map(Attempt::channel).orElse(Channel.START)) {
      case START -> launch;
      case PHONE -> Opening.CALL;
    };
  }
}
