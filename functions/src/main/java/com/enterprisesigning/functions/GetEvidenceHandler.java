package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.GetEvidenceCall;

/** GET /signing/participants/{id}/evidence. */
public final class GetEvidenceHandler extends ApiHandler {

  public GetEvidenceHandler() {
    super(
        RequiredSecrets.NO_SECRET,
        GetEvidenceCall::new,
        PrimingEvents.ofPath("GET", "/signing/participants/{id}/evidence"));
  }

  public GetEvidenceHandler(Application application) {
    super(application, GetEvidenceCall::new);
  }
}
