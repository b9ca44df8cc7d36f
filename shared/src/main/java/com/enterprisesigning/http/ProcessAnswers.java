package com.enterprisesigning.http;

import com.enterprisesigning.signing.ProcessView;
import com.enterprisesigning.signing.Signing;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/** The answers of the calls on processes (design section 2). */
final class ProcessAnswers {
  private ProcessAnswers() {}

  /** Each participant with {@code id} and {@code status} alone. */
  static ObjectNode registered(ProcessView view) {
    return process(view, ProcessAnswers::registered);
  }

  /** Each participant with {@code hint_code} and {@code signed_at} as they apply. */
  static ObjectNode process(ProcessView view) {
    return process(view, ProcessAnswers::participant);
  }

  private static ObjectNode process(ProcessView view, Function<Signing, ObjectNode> participant) {
    ObjectNode answer = Json.object();
    answer.put("id", view.process().id().toString());
    answer.put("reference", view.process().reference());
    answer.put("status", view.status().name());
    answer.put("expires_at", Times.text(view.process().expiresAt()));
    ArrayNode participants = answer.putArray("participants");
    view.signings().stream().map(participant).forEach(participants::add);
    return answer;
  }

  private static ObjectNode registered(Signing signing) {
    return Json.object()
        .put("id", signing.participantId().toString())
        .put("status", PublicStatus.of(signing).status());
  }

  private static ObjectNode participant(Signing signing) {
    PublicStatus shown = PublicStatus.of(signing);
    ObjectNode participant = registered(signing);
    shown.hint().ifPresent(hint -> participant.put("hint_code", hint.name()));
    shown.signedAt().ifPresent(time -> participant.put("signed_at", Times.text(time)));
    return participant;
  }
}
