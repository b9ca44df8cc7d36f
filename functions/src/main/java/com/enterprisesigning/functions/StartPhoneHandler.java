package com.enterprisesigning.functions;

import com.enterprisesigning.http.Endpoint;

/** POST /signing/start/phone. */
public final class StartPhoneHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public StartPhoneHandler() {
    super(Needs.BANKID, Endpoint::startPhone, PrimingEvents.ofParticipant("start/phone"));
  }

  /** Creates the handler for an application that is already wired. */
  public StartPhoneHandler(Application application) {
    super(application, Endpoint::startPhone);
  }
}
