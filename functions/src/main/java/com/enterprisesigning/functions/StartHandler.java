package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.http.StartCall;

/** POST /signing/start. */
public final class StartHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final ApiFunction function;

  /** Creates the handler as Lambda does, with settings from the environment. */
  public StartHandler() {
    function =
        ApiFunction.onLambda(Needs.BANKID, StartCall::new, PrimingEvents.ofParticipant("start"));
  }

  /** Creates the handler for an application that is already wired. */
  public StartHandler(Application application) {
    function = new ApiFunction(application, StartCall::new);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return function.answer(event, context);
  }
}
