package com.enterprisesigning.http;

import com.enterprisesigning.signing.ProcessView;
import com.enterprisesigning.signing.SigningService;

/** GET /signing/processes/{id}. */
final class GetProcessCall implements Call {
  private final SigningService service;

  GetProcessCall(SigningService service) {
    this.service = service;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    ProcessView view = RequestRefused.answerOf(service.process(client, PathId.read(request)));
    return ApiAnswer.of(200, ProcessAnswers.process(view));
  }
}
