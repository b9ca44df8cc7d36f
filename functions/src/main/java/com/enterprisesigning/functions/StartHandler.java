package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.StartCall;

/** POST /signing/start. */
public final class StartHandler extends ApiHandler {

  public StartHandler() {
    super(RequiredSecrets.BANKID, StartCall::new, PrimingEvents.ofParticipant("start"));
  }

  public StartHandler(Application application) {
    super(application, StartCall::new);
  }
}
