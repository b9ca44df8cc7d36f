package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.RegisterProcessCall;

/** POST /signing/processes. */
public final class RegisterProcessHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public RegisterProcessHandler() {
    super(
        RequiredSecrets.PERSON_KEYS, RegisterProcessCall::new, PrimingEvents.refused("processes"));
  }

  /** Creates the handler for an application that is already wired. */
  public RegisterProcessHandler(Application application) {
    super(application, RegisterProcessCall::new);
  }
}
