package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.CollectCall;

/** POST /signing/collect. */
public final class CollectHandler extends ApiHandler {

  public CollectHandler() {
    super(RequiredSecrets.BANKID, CollectCall::new, PrimingEvents.refused("collect"));
  }

  public CollectHandler(Application application) {
    super(application, CollectCall::new);
  }
}
