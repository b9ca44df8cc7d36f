package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.http.CollectCall;

/** POST /signing/collect. */
public final class CollectHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final ApiFunction function;

  /** Creates the handler as Lambda does, with settings from the environment. */
  public CollectHandler() {
    function =
        ApiFunction.onLambda(Needs.BANKID, CollectCall::new, PrimingEvents.refused("collect"));
  }

  /** Creates the handler for an application that is already wired. */
  public CollectHandler(Application application) {
    function = new ApiFunction(application, CollectCall::new);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return function.answer(event, context);
  }
}
