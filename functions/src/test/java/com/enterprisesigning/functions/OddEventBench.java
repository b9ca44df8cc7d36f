package com.enterprisesigning.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.enterprisesigning.domain.EndUserIp;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The handlers over the core in memory. Two participants are registered, and one of them has
 * signed.
 */
final class OddEventBench {
  private static final Set<String> PROBLEM =
      Set.of("type", "title", "status", "detail", "instance", "reason", "request_id", "retry_at");
  private static final Map<Integer, Set<String>> REASONS =
      Map.of(
          400,
          Set.of("INVALID_REQUEST"),
          403,
          Set.of("MISSING_SCOPE", "END_USER_IP_NOT_ALLOWED"),
          404,
          Set.of("PARTICIPANT_NOT_FOUND", "PROCESS_NOT_FOUND", "EVIDENCE_NOT_FOUND"),
          409,
          Set.of(
              "RFA4_SIGNING_IN_PROGRESS",
              "REQUEST_IN_PROGRESS",
              "SIGNING_NOT_STARTED",
              "SIGNING_ALREADY_COMPLETED",
              "REQUIREMENT_NOT_FOR_PHONE"),
          410,
          Set.of("PROCESS_EXPIRED", "PROCESS_WITHDRAWN"),
          413,
          Set.of("PAYLOAD_TOO_LARGE"),
          415,
          Set.of("UNSUPPORTED_MEDIA_TYPE"),
          422,
          Set.of("IDEMPOTENCY_KEY_REUSED"),
          500,
          Set.of("INTERNAL_ERROR"));

  /** Statuses of requests that are refused for their form alone, before anything is looked up. */
  private static final Set<Integer> OF_FORM = Set.of(400, 403, 413, 415);

  private static final List<String> SECRETS =
      List.of(
          "188001019804",
          "188001029811",
          "189001019802",
          Samples.LAUNCH.qrStartSecret(),
          "a secret of the");

  private static final String TWO_PARTICIPANTS =
      """
      {"reference": "loan 4711", "participants": [
        {"personal_number": "188001019804", "user_visible_data": "I sign."},
        {"personal_number": "188001029811", "user_visible_data": "I sign too."}]}
      """;

  private static final String SIGNED = "{\"participant_id\":\"" + InMemoryCore.SIGNED + "\"}";

  private final InMemoryCore core = new InMemoryCore();
  private final Application application = core.application();

  /** The result of one event. */
  record Outcome(
      ApiCall call,
      String event,
      TestCall.Answer answer,
      List<String> asked,
      boolean isUnchanged,
      List<String> log) {

    void assertDocumented() {
      int status = answer.status();
      if (status == 500) {
        assertFalse(hasSourceIp(), () -> "500 " + this + log);
      } else {
        assertTrue(call.statuses().contains(status), this::toString);
      }
      if (status == 204) {
        assertEquals(null, answer.response().getBody());
      } else if (status < 300) {
        assertEquals("application/json", answer.header("Content-Type"));
        assertTrue(
            answer.body().path("expires_at").asText("2026-").startsWith("20")
                || answer.body().path("expires_at").asText().startsWith("9999-12-31T"),
            this::toString);
      } else {
        assertProblem(status);
      }
      assertEquals("no-store", answer.header("Cache-Control"));
    }

    private void assertProblem(int status) {
      JsonNode problem = answer.body();
      assertEquals("application/problem+json", answer.header("Content-Type"));
      problem.fieldNames().forEachRemaining(name -> assertTrue(PROBLEM.contains(name), name));
      assertEquals(status, problem.path("status").intValue());
      assertTrue(REASONS.get(status).contains(answer.reason()), this::toString);
      assertTrue(problem.path("request_id").isTextual(), this::toString);
      assertTrue(problem.path("instance").isTextual(), this::toString);
      assertTrue(problem.toString().length() < 8_000, "the log grows with the request");
    }

    /**
     * Returns whether the event has a source IP. API Gateway always sends one; without it a start
     * cannot be decided.
     */
    private boolean hasSourceIp() {
      return Optional.ofNullable(TestCall.read(event).getRequestContext())
          .map(RequestContext::getHttp)
          .map(RequestContext.Http::getSourceIp)
          .flatMap(EndUserIp::parse)
          .isPresent();
    }

    void assertNothingChanged_whereItWasRefused() {
      if (OF_FORM.contains(answer.status())) {
        assertEquals(List.of(), asked, this::toString);
      } else if (answer.status() >= 400 && answer.status() != 409) {
        assertTrue(isUnchanged, this::toString);
      }
    }

    void assertNothingSecretIsTold() {
      String told = String.join("\n", log);
      log.forEach(TestCall::parse);
      SECRETS.forEach(secret -> assertFalse(told.contains(secret), told));
      if (answer.status() >= 300) {
        String body = answer.response().getBody();
        SECRETS.forEach(secret -> assertFalse(body.contains(secret), body));
      }
    }

    @Override
    public String toString() {
      return call + " " + answer.status() + " " + answer.response().getBody() + " to " + event;
    }
  }

  OddEventBench() {
    try (Stdout _ = new Stdout()) {
      make(ApiCall.REGISTER, TestCall.register().body(TWO_PARTICIPANTS));
      make(ApiCall.START, TestCall.start().body(SIGNED));
      core.bankId.signTheLast();
      core.turn(Duration.ofSeconds(2));
      make(ApiCall.COLLECT, TestCall.collect().body(SIGNED));
    }
  }

  private void make(ApiCall call, TestCall good) {
    TestCall.Answer answer = call.answer(application, TestCall.read(good.event().toString()));
    assertTrue(answer.status() < 300, () -> answer.response().getBody());
  }

  /** Passes the event to the call's handler. */
  Outcome call(ApiCall call, String event) {
    core.asked();
    List<Object> before = core.standing();
    try (Stdout log = new Stdout()) {
      TestCall.Answer answer = call.answer(application, TestCall.read(event));
      return new Outcome(
          call, event, answer, core.asked(), before.equals(core.standing()), log.lines());
    }
  }
}
