package com.enterprisesigning.http;

import com.enterprisesigning.domain.CallInitiator;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.signing.SigningService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/** POST /signing/start/phone. */
final class StartPhoneCall implements Call {
  private static final Form<CallInitiator> CALL_INITIATOR = Form.oneOf(CallInitiator.class);

  private final SigningService service;

  StartPhoneCall(SigningService service) {
    this.service = service;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    Signing signing =
        RequestRefused.answerOf(service.start(read(request, client), request.deadline()));
    return ApiAnswer.of(200, StartAnswers.startPhone(signing));
  }

  private static StartRequest read(ApiRequest request, String client) throws RequestRefused {
    ObjectNode body = JsonBody.read(request, JsonBody.SMALL);
    Violations violations = new Violations();
    Optional<Idempotency> idempotency = IdempotencyKey.read(request, body, violations);
    RequestBody members = RequestBody.of(body, violations);
    Optional<UUID> participantId = members.required("participant_id", Form.UUID_TEXT);
    Optional<CallInitiator> callInitiator = members.optional("call_initiator", CALL_INITIATOR);
    members.noOthers();
    violations.refuse();
    return new StartRequest.StartPhone(
        client, participantId.orElseThrow(), idempotency, callInitiator.orElse(CallInitiator.RP));
  }
}
