package com.enterprisesigning.http;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.SigningApi;

/** GET /signing/participants/{id}/evidence. */
final class GetEvidenceCall implements Call {
  private final SigningApi api;

  GetEvidenceCall(SigningApi api) {
    this.api = api;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    Evidence evidence = RequestRefused.answerOf(api.evidence(client, PathId.read(request)));
    return ApiAnswer.of(200, EvidenceAnswers.evidence(evidence));
  }
}
