package com.enterprisesigning.functions;

import com.enterprisesigning.http.Endpoint;

/** POST /signing/cancel. */
public final class CancelHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public CancelHandler() {
    super(Needs.BANKID, Endpoint::cancel, PrimingEvents.ofParticipant("cancel"));
  }

  /** Creates the handler for an application that is already wired. */
  public CancelHandler(Application application) {
    super(application, Endpoint::cancel);
  }
}
