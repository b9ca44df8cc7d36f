package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.http.RegisterProcessCall;

/** POST /signing/processes. */
public final class RegisterProcessHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final ApiFunction function;

  /** Creates the handler as Lambda does, with settings from the environment. */
  public RegisterProcessHandler() {
    function =
        ApiFunction.onLambda(
            Needs.PERSON_KEYS, RegisterProcessCall::new, PrimingEvents.refused("processes"));
  }

  /** Creates the handler for an application that is already wired. */
  public RegisterProcessHandler(Application application) {
    function = new ApiFunction(application, RegisterProcessCall::new);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return function.answer(event, context);
  }
}
