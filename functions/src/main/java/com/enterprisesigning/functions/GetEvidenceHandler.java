package com.enterprisesigning.functions;

import com.enterprisesigning.http.Endpoint;

/** GET /signing/participants/{id}/evidence. */
public final class GetEvidenceHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public GetEvidenceHandler() {
    super(
        Needs.NO_SECRET,
        Endpoint::getEvidence,
        PrimingEvents.ofPath("GET", "/signing/participants/{id}/evidence"));
  }

  /** Creates the handler for an application that is already wired. */
  public GetEvidenceHandler(Application application) {
    super(application, Endpoint::getEvidence);
  }
}
