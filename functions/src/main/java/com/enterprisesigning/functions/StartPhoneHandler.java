package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.StartPhoneCall;

/** POST /signing/start/phone. */
public final class StartPhoneHandler extends ApiHandler {

  public StartPhoneHandler() {
    super(RequiredSecrets.BANKID, StartPhoneCall::new, PrimingEvents.ofParticipant("start/phone"));
  }

  public StartPhoneHandler(Application application) {
    super(application, StartPhoneCall::new);
  }
}
