package com.enterprisesigning.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;

/** What an invocation of a function came to. */
public sealed interface Invocation {

  /**
   * The handler answered.
   *
   * @param payload as the handler answered it
   */
  record Answered(JsonNode payload) implements Invocation {}

  /** The handler threw, or was stopped at the function's own time-out. */
  record Failed() implements Invocation {}

  /** The caller waited as long as it does. */
  record NoAnswer() implements Invocation {}
}
