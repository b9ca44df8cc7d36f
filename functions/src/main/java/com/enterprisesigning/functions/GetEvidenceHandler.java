package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.Endpoint;
import com.enterprisesigning.http.GetEvidenceCall;

/** GET /signing/participants/{id}/evidence. */
public final class GetEvidenceHandler extends ApiHandler {

  public GetEvidenceHandler() {
    super(
        RequiredSecrets.SIGNATURE_ROOT,
        GetEvidenceHandler::endpoint,
        PrimingEvents.ofPath("GET", "/signing/participants/{id}/evidence"));
  }

  public GetEvidenceHandler(Application application) {
    super(application, GetEvidenceHandler::endpoint);
  }

  private static Endpoint endpoint(Application application) {
    return new GetEvidenceCall(
        application.service(), application.signatureRoots(), application.clock());
  }
}
