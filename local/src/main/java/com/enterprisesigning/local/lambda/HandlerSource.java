package com.enterprisesigning.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Makes the handlers that the template names. */
@FunctionalInterface
public interface HandlerSource {

  /**
   * Makes a handler, ready to be called.
   *
   * @param className full name of a handler class
   * @param <E> the event that its trigger sends
   * @param <A> the answer that its trigger reads
   * @throws IllegalArgumentException where there is no such handler, with what to do
   */
  <E, A> RequestHandler<E, A> handler(String className);
}
