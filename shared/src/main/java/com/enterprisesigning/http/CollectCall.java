package com.enterprisesigning.http;

import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.signing.SigningApi;
import java.time.Clock;

/** POST /signing/collect. */
final class CollectCall implements Call {
  private final SigningApi api;
  private final Clock clock;

  CollectCall(SigningApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    CollectBody body = CollectBody.read(request);
    Signing signing = RequestRefused.answerOf(api.collect(client, body.participantId()));
    return ApiAnswer.of(200, CollectAnswers.collect(signing, body.launch(), clock.instant()));
  }
}
