package com.enterprisesigning.functions;

import com.enterprisesigning.http.Endpoint;

/** POST /signing/start. */
public final class StartHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public StartHandler() {
    super(Needs.BANKID, Endpoint::start, PrimingEvents.ofParticipant("start"));
  }

  /** Creates the handler for an application that is already wired. */
  public StartHandler(Application application) {
    super(application, Endpoint::start);
  }
}
