package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.http.WithdrawProcessCall;

/** DELETE /signing/processes/{id}. */
public final class WithdrawProcessHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final ApiFunction function;

  /** Creates the handler as Lambda does, with settings from the environment. */
  public WithdrawProcessHandler() {
    function =
        ApiFunction.onLambda(
            Needs.BANKID,
            WithdrawProcessCall::new,
            PrimingEvents.ofPath("DELETE", "/signing/processes/{id}"));
  }

  /** Creates the handler for an application that is already wired. */
  public WithdrawProcessHandler(Application application) {
    function = new ApiFunction(application, WithdrawProcessCall::new);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return function.answer(event, context);
  }
}
