package com.enterprisesigning.http;

import com.enterprisesigning.signing.ProcessView;
import com.enterprisesigning.signing.SigningApi;

/** GET /signing/processes/{id}. */
final class GetProcessCall implements Call {
  private final SigningApi api;

  GetProcessCall(SigningApi api) {
    this.api = api;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    ProcessView view = RequestRefused.answerOf(api.process(client, PathId.read(request)));
    return ApiAnswer.of(200, ProcessAnswers.process(view));
  }
}
