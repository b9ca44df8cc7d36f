package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.CancelCall;

/** POST /signing/cancel. */
public final class CancelHandler extends ApiHandler {

  public CancelHandler() {
    super(RequiredSecrets.BANKID, CancelCall::new, PrimingEvents.ofParticipant("cancel"));
  }

  public CancelHandler(Application application) {
    super(application, CancelCall::new);
  }
}
