package com.enterprisesigning.http;

import com.enterprisesigning.domain.Signing;
import com.enterprisesigning.http.Caller.Scope;
import com.enterprisesigning.signing.ProcessView;
import com.enterprisesigning.signing.ProcessView.ParticipantView;
import com.enterprisesigning.signing.SigningService;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/** GET /signing/processes/{id}. */
public final class GetProcessCall extends Endpoint {
  private final SigningService service;

  public GetProcessCall(SigningService service, Clock clock) {
    super(Scope.REGISTER, clock);
    this.service = service;
  }

  @Override
  ApiAnswer answer(ApiRequest request, String client) throws RequestRefused {
    ProcessView view = answerOf(service.process(client, request.pathId()));
    return ApiAnswer.of(200, process(view));
  }

  /**
   * Returns the process; its participants have {@code hint_code} and {@code signed_at} where they
   * apply.
   */
  static ObjectNode process(ProcessView view) {
    ObjectNode answer = Json.object();
    answer.put("id", view.process().id().toString());
    answer.put("reference", view.process().reference());
    answer.put("status", view.status().name());
    answer.put("expires_at", Times.text(view.process().expiresAt()));
    ArrayNode participants = answer.putArray("participants");
    view.participants().stream().map(GetProcessCall::participant).forEach(participants::add);
    return answer;
  }

  private static ObjectNode participant(ParticipantView view) {
    ObjectNode participant = Json.object().put("id", view.id().toString());
    view.signing()
        .ifPresentOrElse(
            signing -> putStatus(participant, signing),
            () -> participant.put("status", PublicStatus.NOT_STARTED));
    return participant;
  }

  private static void putStatus(ObjectNode participant, Signing signing) {
    PublicStatus shown = PublicStatus.of(signing);
    participant.put("status", shown.status());
    shown.hint().ifPresent(hint -> participant.put("hint_code", hint.name()));
    shown.signedAt().ifPresent(time -> participant.put("signed_at", Times.text(time)));
  }
}
