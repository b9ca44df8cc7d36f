package com.enterprisesigning.http;

import com.enterprisesigning.domain.Attempt;
import com.enterprisesigning.domain.CallInitiator;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.http.Caller.Scope;
import com.enterprisesigning.signing.SigningService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * POST /signing/start/phone. A start that is repeated with its {@code Idempotency-Key} while its
 * order runs gets the same answer.
 */
public final class StartPhoneCall extends Endpoint {
  private static final Form<CallInitiator> CALL_INITIATOR = Form.oneOf(CallInitiator.class);

  private final SigningService service;

  public StartPhoneCall(SigningService service, Clock clock) {
    super(Scope.SIGN, "/signing/start/phone", clock);
    this.service = service;
  }

  @Override
  ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    StartRequest start = read(request, client);
    Signing signing = answerOf(service.start(start, request.deadline()));
    return ApiAnswer.of(200, started(signing));
  }

  private static StartRequest read(ApiRequest request, String client) throws RequestRefused {
    RequestBody body = RequestBody.read(request, RequestBody.SMALL);
    Optional<Idempotency> idempotency = body.idempotency();
    Optional<UUID> participantId = body.participantId();
    Optional<CallInitiator> callInitiator = body.optional("call_initiator", CALL_INITIATOR);
    body.finish();
    return new StartRequest.StartPhone(
        client, participantId.orElseThrow(), idempotency, callInitiator.orElse(CallInitiator.RP));
  }

  private static ObjectNode started(Signing signing) {
    Attempt attempt =
        signing
            .attempt()
            .orElseThrow(() -> new IllegalStateException("a started signing has an attempt"));
    ObjectNode answer = Json.object().put("status", "INITIATED");
    return Polling.putStarted(answer, attempt, Polling.WITHOUT_QR_MILLIS);
  }
}
