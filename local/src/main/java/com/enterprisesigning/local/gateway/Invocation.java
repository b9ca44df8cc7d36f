package com.enterprisesigning.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** What an invocation of a function came to. */
sealed interface Invocation {

  /**
   * The handler answered.
   *
   * @param payload in payload format 2.0
   */
  record Answered(JsonNode payload) implements Invocation {}

  /** The handler threw, or was stopped at the function's own time-out. */
  record Failed() implements Invocation {}

  /** The gateway waited as long as it does. */
  record NoAnswer() implements Invocation {}
}
