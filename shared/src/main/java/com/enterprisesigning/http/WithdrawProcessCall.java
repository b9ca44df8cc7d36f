package com.enterprisesigning.http;

import com.enterprisesigning.http.Caller.Scope;
import com.enterprisesigning.signing.SigningService;
import java.time.Clock;

/** DELETE /signing/processes/{id}. */
public final class WithdrawProcessCall extends Endpoint {
  private final SigningService service;

  public WithdrawProcessCall(SigningService service, Clock clock) {
    super(Scope.REGISTER, clock);
    this.service = service;
  }

  @Override
  ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    answerOf(service.withdraw(client, request.pathId(), request.deadline()));
    return ApiAnswer.noContent();
  }
}
