package com.enterprisesigning.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Creates the handlers that the template names. */
@FunctionalInterface
public interface HandlerSource {

  /**
   * Creates a handler that is ready to be called.
   *
   * @param className full name of a handler class
   * @param <E> the event that its trigger sends
   * @param <A> the answer that its trigger reads
   * @throws IllegalArgumentException if there is no such handler; the message says what to do
   */
  <E, A> RequestHandler<E, A> handler(String className);
}
