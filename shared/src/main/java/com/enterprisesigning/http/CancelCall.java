package com.enterprisesigning.http;

import com.enterprisesigning.http.Caller.Scope;
import com.enterprisesigning.signing.SigningService;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** POST /signing/cancel. */
public final class CancelCall extends Endpoint {
  private final SigningService service;

  public CancelCall(SigningService service, Clock clock) {
    super(Scope.SIGN, "/signing/cancel", clock);
    this.service = service;
  }

  @Override
  ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    RequestBody body = RequestBody.read(request, RequestBody.SMALL);
    Optional<UUID> participantId = body.participantId();
    body.finish();
    answerOf(service.cancel(client, participantId.orElseThrow(), request.deadline()));
    return ApiAnswer.noContent();
  }
}
