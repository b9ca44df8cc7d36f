package com.enterprisesigning.http;

import com.enterprisesigning.signing.SigningApi;

/** DELETE /signing/processes/{id}. */
final class WithdrawProcessCall implements Call {
  private final SigningApi api;

  WithdrawProcessCall(SigningApi api) {
    this.api = api;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    RequestRefused.answerOf(api.withdraw(client, PathId.read(request)));
    return ApiAnswer.noContent();
  }
}
