package com.enterprisesigning.http;

import com.enterprisesigning.signing.SigningService;

/** DELETE /signing/processes/{id}. */
final class WithdrawProcessCall implements Call {
  private final SigningService service;

  WithdrawProcessCall(SigningService service) {
    this.service = service;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    RequestRefused.answerOf(service.withdraw(client, PathId.read(request), request.deadline()));
    return ApiAnswer.noContent();
  }
}
