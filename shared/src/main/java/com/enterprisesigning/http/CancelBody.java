package com.enterprisesigning.http;

import java.util.Optional;
import java.util.UUID;

/** The body of cancel. */
final class CancelBody {
  private CancelBody() {}

  static UUID read(ApiRequest request) throws RequestRefused {
    Violations violations = new Violations();
    RequestBody members = RequestBody.of(JsonBody.read(request, JsonBody.SMALL), violations);
    Optional<UUID> participantId = members.required("participant_id", Form.UUID_TEXT);
    members.noOthers();
    violations.refuse();
    return participantId.orElseThrow();
  }
}
