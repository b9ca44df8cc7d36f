package com.enterprisesigning.http;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.signing.SigningService;

/** GET /signing/participants/{id}/evidence. */
final class GetEvidenceCall implements Call {
  private final SigningService service;

  GetEvidenceCall(SigningService service) {
    this.service = service;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    Evidence evidence = RequestRefused.answerOf(service.evidence(client, PathId.read(request)));
    return ApiAnswer.of(200, EvidenceAnswers.evidence(evidence));
  }
}
