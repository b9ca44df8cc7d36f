package com.enterprisesigning.simulator.sandbox;

import com.enterprisesigning.simulator.http.Answer;
import com.enterprisesigning.simulator.http.Json;
import com.enterprisesigning.simulator.order.PhoneRefusal;
import java.util.Map;

/** An error of the control API: {@code {"message":…}}. */
final class SandboxRefusal extends RuntimeException {
  private final int status;
  private final Map<String, String> headers;

  SandboxRefusal(int status, String message, Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.headers = headers;
  }

  SandboxRefusal(int status, String message) {
    this(status, message, Map.of());
  }

  static SandboxRefusal invalid(String message) {
    return new SandboxRefusal(400, message);
  }

  static SandboxRefusal of(PhoneRefusal refusal) {
    int status =
        switch (refusal.reason()) {
          case INVALID -> 400;
          case NOT_FOUND -> 404;
          case WRONG_STATE -> 409;
        };
    return new SandboxRefusal(status, refusal.getMessage());
  }

  Answer answer() {
    return new Answer(status, headers, Json.object().put("message", getMessage()));
  }
}
