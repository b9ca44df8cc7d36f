package com.enterprisesigning.functions;

import com.enterprisesigning.http.Endpoint;

/** DELETE /signing/processes/{id}. */
public final class WithdrawProcessHandler extends ApiHandler {

  /** Creates the handler as Lambda does, with settings from the environment. */
  public WithdrawProcessHandler() {
    super(
        Needs.BANKID,
        Endpoint::withdrawProcess,
        PrimingEvents.ofPath("DELETE", "/signing/processes/{id}"));
  }

  /** Creates the handler for an application that is already wired. */
  public WithdrawProcessHandler(Application application) {
    super(application, Endpoint::withdrawProcess);
  }
}
