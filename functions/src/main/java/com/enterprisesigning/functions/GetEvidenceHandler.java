package com.enterprisesigning.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.http.GetEvidenceCall;

/** GET /signing/participants/{id}/evidence. */
public final class GetEvidenceHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final ApiFunction function;

  /** Creates the handler as Lambda does, with settings from the environment. */
  public GetEvidenceHandler() {
    function =
        ApiFunction.onLambda(
            Needs.NO_SECRET,
            GetEvidenceCall::new,
            PrimingEvents.ofPath("GET", "/signing/participants/{id}/evidence"));
  }

  /** Creates the handler for an application that is already wired. */
  public GetEvidenceHandler(Application application) {
    function = new ApiFunction(application, GetEvidenceCall::new);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return function.answer(event, context);
  }
}
