package com.enterprisesigning.local.lambda.runtime;

import com.fasterxml.jackson.databind.JsonNode;

/** The outcome of invoking a function process. */
public sealed interface Invoked {

  /**
   * The handler answered.
   *
   * @param payload as the runtime interface client posted it
   */
  record Answered(JsonNode payload) implements Invoked {}

  /**
   * The handler threw.
   *
   * @param error as the runtime interface client reported it
   */
  record Failed(JsonNode error) implements Invoked {}

  /** The process ended before it answered; a caller of Lambda sees a 5xx. */
  record Died() implements Invoked {}
}
