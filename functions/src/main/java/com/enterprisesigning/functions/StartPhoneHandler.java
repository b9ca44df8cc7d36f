package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.http.StartPhoneCall;

/** POST /signing/start/phone. */
public final class StartPhoneHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final ApiFunction function;

  /** Creates the handler as Lambda does, with settings from the environment. */
  public StartPhoneHandler() {
    function =
        ApiFunction.onLambda(
            Needs.BANKID, StartPhoneCall::new, PrimingEvents.ofParticipant("start/phone"));
  }

  /** Creates the handler for an application that is already wired. */
  public StartPhoneHandler(Application application) {
    function = new ApiFunction(application, StartPhoneCall::new);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return function.answer(event, context);
  }
}
