package com.enterprisesigning.http;

import com.enterprisesigning.domain.Idempotency;
import com.enterprisesigning.domain.RegistrationRequest;
import com.enterprisesigning.signing.ProcessView;
import com.enterprisesigning.signing.SigningService;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** POST /signing/processes. */
final class RegisterProcessCall implements Call {
  private static final Form<String> REFERENCE = Form.line(1, 100);
  private static final int MAX_PARTICIPANTS = 20;

  private final SigningService service;
  private final Clock clock;

  RegisterProcessCall(SigningService service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  @Override
  public ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    ProcessView view = RequestRefused.answerOf(service.register(read(request, client)));
    return ApiAnswer.of(201, ProcessAnswers.process(view));
  }

  private RegistrationRequest read(ApiRequest request, String client) throws RequestRefused {
    ObjectNode body = JsonBody.read(request, JsonBody.REGISTRATION);
    Violations violations = new Violations();
    Optional<Idempotency> idempotency = IdempotencyKey.read(request, body, violations);
    RequestBody members = RequestBody.of(body, violations);
    Optional<String> reference = members.required("reference", REFERENCE);
    List<Optional<RegistrationRequest.Signer>> signers =
        members.requiredObjects("participants", 1, MAX_PARTICIPANTS).stream()
            .map(SignerMembers::read)
            .toList();
    Optional<Instant> expiresAt =
        members.optional("expires_at", Rfc3339.laterThan(clock.instant()));
    members.noOthers();
    violations.refuse();
    return new RegistrationRequest(
        client,
        reference.orElseThrow(),
        signers.stream().map(Optional::orElseThrow).toList(),
        expiresAt,
        idempotency);
  }
}
