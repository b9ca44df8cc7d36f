package com.enterprisesigning.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.enterprisesigning.functions.Application;
import com.enterprisesigning.local.gateway.HandlerSource;

/**
 * The real handlers, by the names that the template gives them.
 *
 * @param application which all of them share
 */
record FunctionHandlers(Application application) implements HandlerSource {

  @Override
  public RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler(String className) {
    try {
      @SuppressWarnings("unchecked") // what an HttpApi event leads to takes and answers these
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler =
          (RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>)
              Class.forName(className)
                  .asSubclass(RequestHandler.class)
                  .getConstructor(Application.class)
                  .newInstance(application);
      return handler;
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "template.yaml names the handler "
              + className
              + ", which is no RequestHandler with a constructor that takes Application.",
          e);
    }
  }
}
