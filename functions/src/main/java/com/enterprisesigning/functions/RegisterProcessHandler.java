package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.RegisterProcessCall;

/** POST /signing/processes. */
public final class RegisterProcessHandler extends ApiHandler {

  public RegisterProcessHandler() {
    super(
        RequiredSecrets.PERSON_KEYS, RegisterProcessCall::new, PrimingEvents.refused("processes"));
  }

  public RegisterProcessHandler(Application application) {
    super(application, RegisterProcessCall::new);
  }
}
