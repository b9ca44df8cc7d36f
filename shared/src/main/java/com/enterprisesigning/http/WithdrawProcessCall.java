package com.enterprisesigning.http;

import com.enterprisesigning.http.Caller.Scope;
import com.enterprisesigning.signing.SigningApi;
import java.time.Clock;

/** DELETE /signing/processes/{id}. */
public final class WithdrawProcessCall extends Endpoint {
  private final SigningApi api;

  public WithdrawProcessCall(SigningApi api, Clock clock) {
    super(Scope.REGISTER, clock);
    this.api = api;
  }

  @Override
  ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    answerOf(api.withdraw(client, request.pathId()));
    return ApiAnswer.noContent();
  }
}
