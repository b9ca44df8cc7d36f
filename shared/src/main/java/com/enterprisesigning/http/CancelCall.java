package com.enterprisesigning.http;

import com.enterprisesigning.signing.SigningApi;

/** POST /signing/cancel. */
final class CancelCall implements Call {
  private final SigningApi api;

  CancelCall(SigningApi api) {
    this.api = api;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    RequestRefused.answerOf(api.cancel(client, CancelBody.read(request)));
    return ApiAnswer.noContent();
  }
}
