package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.StartPhoneCall;

/** POST /signing/start/phone. */
public final class StartPhoneHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public StartPhoneHandler() {
    super(RequiredSecrets.BANKID, StartPhoneCall::new, PrimingEvents.ofParticipant("start/phone"));
  }

  /** Creates the handler for an application that is already wired. */
  public StartPhoneHandler(Application application) {
    super(application, StartPhoneCall::new);
  }
}
