package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.http.CancelCall;

/** POST /signing/cancel. */
public final class CancelHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final ApiFunction function;

  /** Creates the handler as Lambda does, with settings from the environment. */
  public CancelHandler() {
    function =
        ApiFunction.onLambda(Needs.BANKID, CancelCall::new, PrimingEvents.ofParticipant("cancel"));
  }

  /** Creates the handler for an application that is already wired. */
  public CancelHandler(Application application) {
    function = new ApiFunction(application, CancelCall::new);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return function.answer(event, context);
  }
}
