package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.GetProcessCall;

/** GET /signing/processes/{id}. */
public final class GetProcessHandler extends ApiHandler {

  public GetProcessHandler() {
    super(
        RequiredSecrets.NO_SECRET,
        GetProcessCall::new,
        PrimingEvents.ofPath("GET", "/signing/processes/{id}"));
  }

  public GetProcessHandler(Application application) {
    super(application, GetProcessCall::new);
  }
}
