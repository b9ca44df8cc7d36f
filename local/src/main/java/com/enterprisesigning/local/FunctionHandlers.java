package com.enterprisesigning.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.enterprisesigning.functions.Application;
import com.enterprisesigning.local.lambda.HandlerSource;

/** Creates the handlers of the module {@code functions}, which all share the application. */
record FunctionHandlers(Application application) implements HandlerSource {

  @Override
  public <E, A> RequestHandler<E, A> handler(String className) {
    try {
      @SuppressWarnings("unchecked") // a trigger's handler matches its event and answer
      RequestHandler<E, A> handler =
          (RequestHandler<E, A>)
              Class.forName(className)
                  .asSubclass(RequestHandler.class)
                  .getConstructor(Application.class)
                  .newInstance(application);
      return handler;
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "template.yaml names the handler "
              + className
              + ", which is not a RequestHandler with a constructor that takes Application.",
          e);
    }
  }
}
