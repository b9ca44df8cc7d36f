package com.enterprisesigning.http;

/**
 * The part that differs between the calls of the contract: members, question to the core, answer.
 */
interface Call {

  /**
   * Answers one request.
   *
   * @param client the caller, whose scope has been checked
   * @throws RequestRefused to answer with a problem instead
   */
  ApiAnswer answer(ApiRequest request, String client) throws RequestRefused;
}
