package com.enterprisesigning.functions;

import com.enterprisesigning.functions.snapshot.PrimingEvents;
import com.enterprisesigning.functions.snapshot.RequiredSecrets;
import com.enterprisesigning.http.WithdrawProcessCall;

/** DELETE /signing/processes/{id}. */
public final class WithdrawProcessHandler extends ApiHandler {

  public WithdrawProcessHandler() {
    super(
        RequiredSecrets.BANKID,
        WithdrawProcessCall::new,
        PrimingEvents.ofPath("DELETE", "/signing/processes/{id}"));
  }

  public WithdrawProcessHandler(Application application) {
    super(application, WithdrawProcessCall::new);
  }
}
