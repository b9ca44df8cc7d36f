package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.CollectCall;

/** POST /signing/collect. */
public final class CollectHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public CollectHandler() {
    super(RequiredSecrets.BANKID, CollectCall::new, PrimingEvents.refused("collect"));
  }

  /** Creates the handler for an application that is already wired. */
  public CollectHandler(Application application) {
    super(application, CollectCall::new);
  }
}
