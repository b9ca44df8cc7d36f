package com.enterprisesigning.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** Makes the handlers that the template names. */
@FunctionalInterface
public interface HandlerSource {

  /**
   * Makes a handler, ready to be called.
   *
   * @param className full name of a handler class
   * @throws IllegalArgumentException where there is no such handler, with what to do
   */
  RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler(String className);
}
