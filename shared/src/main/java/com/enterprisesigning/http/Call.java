package com.enterprisesigning.http;

/** What only one call of the contract knows: its members, its question to the core, its answer. */
interface Call {

  /**
   * Answers one request.
   *
   * @param client the caller, whose scope has been checked
   * @throws RequestRefused to answer a problem instead
   */
  ApiAnswer answer(ApiRequest request, String client) throws RequestRefused;
}
