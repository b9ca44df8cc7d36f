package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.StartCall;

/** POST /signing/start. */
public final class StartHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public StartHandler() {
    super(RequiredSecrets.BANKID, StartCall::new, PrimingEvents.ofParticipant("start"));
  }

  /** Creates the handler for an application that is already wired. */
  public StartHandler(Application application) {
    super(application, StartCall::new);
  }
}
