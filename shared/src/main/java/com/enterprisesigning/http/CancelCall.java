package com.enterprisesigning.http;

import com.enterprisesigning.signing.SigningService;

/** POST /signing/cancel. */
final class CancelCall implements Call {
  private final SigningService service;

  CancelCall(SigningService service) {
    this.service = service;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    RequestRefused.answerOf(service.cancel(client, CancelBody.read(request), request.deadline()));
    return ApiAnswer.noContent();
  }
}
