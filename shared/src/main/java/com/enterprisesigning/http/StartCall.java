package com.enterprisesigning.http;

import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.domain.StartRequest;
import com.enterprisesigning.domain.UserDevice;
import com.enterprisesigning.signing.Reason;
import com.enterprisesigning.signing.SigningService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** POST /signing/start. */
final class StartCall implements Call {
  private static final String END_USER_IP = "end_user_ip";
  private static final Form<String> RETURN_URL = Form.bankIdLine(512);

  private final SigningService service;
  private final Clock clock;

  StartCall(SigningService service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    Signing signing =
        RequestRefused.answerOf(service.start(read(request, client), request.deadline()));
    return ApiAnswer.of(200, StartAnswers.start(signing, clock.instant()));
  }

  private static StartRequest read(ApiRequest request, String client) throws RequestRefused {
    ObjectNode body = JsonBody.read(request, JsonBody.SMALL);
    Violations violations = new Violations();
    Optional<Idempotency> idempotency =
        IdempotencyKey.read(request, withoutEndUserIp(body), violations);
    RequestBody members = RequestBody.of(body, violations);
    Optional<UUID> participantId = members.required("participant_id", Form.UUID_TEXT);
    Optional<EndUserIp> stated = statedIp(members, request.caller());
    Optional<String> returnUrl = members.optional("return_url", RETURN_URL);
    Optional<Boolean> returnRisk = members.optional("return_risk", Form.BOOLEAN);
    Optional<UserDevice> device = UserDeviceMembers.read(members);
    members.noOthers();
    violations.refuse();
    return new StartRequest.Start(
        client,
        participantId.orElseThrow(),
        idempotency,
        endUserIp(request, stated),
        returnUrl,
        returnRisk,
        device);
  }

  /**
   * Leaves out the address, which is compared separately: two spellings of one address are the same
   * request.
   */
  private static ObjectNode withoutEndUserIp(ObjectNode body) {
    ObjectNode rest = Json.object();
    rest.setAll(body);
    rest.remove(END_USER_IP);
    return rest;
  }

  private static Optional<EndUserIp> statedIp(RequestBody members, Caller caller) {
    return caller.may(Scope.ON_BEHALF)
        ? members.required(
            END_USER_IP, Form.IP, "is required with a token that has the scope signing/on-behalf")
        : members.optional(END_USER_IP, Form.IP);
  }

  /**
   * Returns the address that the request states, which needs the scope signing/on-behalf. Otherwise
   * returns the address that the gateway saw ("Whose IP" in {@code
   * docs/architecture.md#the-conflict-rules}).
   */
  private static EndUserIp endUserIp(ApiRequest request, Optional<EndUserIp> stated)
      throws RequestRefused {
    if (stated.isPresent() && !request.caller().may(Scope.ON_BEHALF)) {
      throw new RequestRefused(
          Reason.END_USER_IP_NOT_ALLOWED,
          END_USER_IP + ": requires a token with the scope signing/on-behalf");
    }
    return stated
        .or(() -> EndUserIp.parse(request.sourceIp()))
        .orElseThrow(() -> new IllegalStateException("the gateway's event has no source address"));
  }
}
