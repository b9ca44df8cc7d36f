package com.enterprisesigning.http;

import com.enterprisesigning.bankid.Opening;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The body of collect.
 *
 * @param launch how the page that the user sees opens the order; it affects only the message to the
 *     user
 */
record CollectBody(UUID participantId, Opening launch) {
  private static final Form<Opening> LAUNCH =
      Form.oneOf(
          new TreeMap<>(
              Map.of("DESKTOP", Opening.DESKTOP, "MOBILE", Opening.MOBILE, "QR", Opening.QR)));

  static CollectBody read(ApiRequest request) throws RequestRefused {
    Violations violations = new Violations();
    RequestBody members = RequestBody.of(JsonBody.read(request, JsonBody.SMALL), violations);
    Optional<UUID> participantId = members.required("participant_id", Form.UUID_TEXT);
    Optional<Opening> launch = members.optional("launch", LAUNCH);
    members.noOthers();
    violations.refuse();
    return new CollectBody(participantId.orElseThrow(), launch.orElse(Opening.QR));
  }
}
