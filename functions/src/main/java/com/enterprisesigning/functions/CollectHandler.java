package com.enterprisesigning.functions;

import com.enterprisesigning.http.Endpoint;

/** POST /signing/collect. */
public final class CollectHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public CollectHandler() {
    super(Needs.BANKID, Endpoint::collect, PrimingEvents.refused("collect"));
  }

  /** Creates the handler for an application that is already wired. */
  public CollectHandler(Application application) {
    super(application, Endpoint::collect);
  }
}
