package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.GetEvidenceCall;

/** GET /signing/participants/{id}/evidence. */
public final class GetEvidenceHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public GetEvidenceHandler() {
    super(
        RequiredSecrets.NO_SECRET,
        GetEvidenceCall::new,
        PrimingEvents.ofPath("GET", "/signing/participants/{id}/evidence"));
  }

  /** Creates the handler for an application that is already wired. */
  public GetEvidenceHandler(Application application) {
    super(application, GetEvidenceCall::new);
  }
}
