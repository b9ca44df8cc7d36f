package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.CancelCall;

/** POST /signing/cancel. */
public final class CancelHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public CancelHandler() {
    super(RequiredSecrets.BANKID, CancelCall::new, PrimingEvents.ofParticipant("cancel"));
  }

  /** Creates the handler for an application that is already wired. */
  public CancelHandler(Application application) {
    super(application, CancelCall::new);
  }
}
