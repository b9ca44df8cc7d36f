package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.http.GetProcessCall;

/** GET /signing/processes/{id}. */
public final class GetProcessHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final ApiFunction function;

  /** Creates the handler as Lambda does, with settings from the environment. */
  public GetProcessHandler() {
    function =
        ApiFunction.onLambda(
            Needs.NO_SECRET,
            GetProcessCall::new,
            PrimingEvents.ofPath("GET", "/signing/processes/{id}"));
  }

  /** Creates the handler for an application that is already wired. */
  public GetProcessHandler(Application application) {
    function = new ApiFunction(application, GetProcessCall::new);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return function.answer(event, context);
  }
}
