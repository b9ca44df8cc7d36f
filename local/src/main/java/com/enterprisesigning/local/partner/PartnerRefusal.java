package com.enterprisesigning.local.partner;

import com.enterprisesigning.local.web.Answer;
import com.enterprisesigning.local.web.Json;

/**
 * Thrown for a request that the partner server refuses, instead of calling the API. The message
 * says what to send instead.
 */
final class PartnerRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  PartnerRefusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  Answer answer() {
    Answer answer = Answer.json(status, Json.object().put("message", getMessage()).toString());
    return status == 405 ? answer.with("Allow", "POST") : answer;
  }
}
