package com.enterprisesigning.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/** The outcome of a function's invocation. */
public sealed interface Invocation {

  /**
   * The handler answered.
   *
   * @param payload the handler's answer
   */
  record Answered(JsonNode payload) implements Invocation {}

  /** The handler threw, or was stopped at the function's own timeout. */
  record Failed() implements Invocation {}

  /** The caller stopped waiting before the function answered. */
  record NoAnswer() implements Invocation {}
}
