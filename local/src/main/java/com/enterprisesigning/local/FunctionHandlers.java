package com.enterprisesigning.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.enterprisesigning.functions.Application;
import com.enterprisesigning.local.lambda.HandlerSource;

/**
 * The real handlers, by the names that the template gives them.
 *
 * @param application which all of them share
 */
record FunctionHandlers(Application application) implements HandlerSource {

  @Override
  public <E, A> RequestHandler<E, A> handler(String className) {
    try {
      @SuppressWarnings("unchecked") // what a trigger leads to takes its event and gives its answer
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
              + ", which is no RequestHandler with a constructor that takes Application.",
          e);
    }
  }
}
