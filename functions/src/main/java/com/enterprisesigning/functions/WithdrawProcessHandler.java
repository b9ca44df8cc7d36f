package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.WithdrawProcessCall;

/** DELETE /signing/processes/{id}. */
public final class WithdrawProcessHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public WithdrawProcessHandler() {
    super(
        RequiredSecrets.BANKID,
        WithdrawProcessCall::new,
        PrimingEvents.ofPath("DELETE", "/signing/processes/{id}"));
  }

  /** Creates the handler for an application that is already wired. */
  public WithdrawProcessHandler(Application application) {
    super(application, WithdrawProcessCall::new);
  }
}
