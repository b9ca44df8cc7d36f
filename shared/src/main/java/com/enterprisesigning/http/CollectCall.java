package com.enterprisesigning.http;

import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.signing.SigningService;
import java.time.Clock;

/** POST /signing/collect. */
final class CollectCall implements Call {
  private final SigningService service;
  private final Clock clock;

  CollectCall(SigningService service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    CollectBody body = CollectBody.read(request);
    Signing signing =
        RequestRefused.answerOf(service.collect(client, body.participantId(), request.deadline()));
    return ApiAnswer.of(200, CollectAnswers.collect(signing, body.launch(), clock.instant()));
  }
}
