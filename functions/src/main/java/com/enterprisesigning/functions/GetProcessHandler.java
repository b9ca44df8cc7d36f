package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.GetProcessCall;

/** GET /signing/processes/{id}. */
public final class GetProcessHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public GetProcessHandler() {
    super(
        RequiredSecrets.NO_SECRET,
        GetProcessCall::new,
        PrimingEvents.ofPath("GET", "/signing/processes/{id}"));
  }

  /** Creates the handler for an application that is already wired. */
  public GetProcessHandler(Application application) {
    super(application, GetProcessCall::new);
  }
}
