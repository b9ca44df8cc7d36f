package com.enterprisesigning.functions;

import com.enterprisesigning.http.Endpoint;

/** POST /signing/processes. */
public final class RegisterProcessHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public RegisterProcessHandler() {
    super(Needs.PERSON_KEYS, Endpoint::registerProcess, PrimingEvents.refused("processes"));
  }

  /** Creates the handler for an application that is already wired. */
  public RegisterProcessHandler(Application application) {
    super(application, Endpoint::registerProcess);
  }
}
