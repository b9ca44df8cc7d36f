package com.enterprisesigning.functions;

import com.enterprisesigning.http.Endpoint;

/** GET /signing/processes/{id}. */
public final class GetProcessHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public GetProcessHandler() {
    super(
        Needs.NO_SECRET,
        Endpoint::getProcess,
        PrimingEvents.ofPath("GET", "/signing/processes/{id}"));
  }

  /** Creates the handler for an application that is already wired. */
  public GetProcessHandler(Application application) {
    super(application, Endpoint::getProcess);
  }
}
