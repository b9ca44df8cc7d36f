package com.enterprisesigning.simulator.lambda;

import com.enterprisesigning.simulator.http.Answer;
import com.enterprisesigning.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Logs one JSON line for each call: what was called, how it was answered, and where a bug occurred.
 * A line contains no text from a caller, so it cannot contain a personal number, token or
 * signature.
 *
 * <p>This class uses no logging library, because that would be the largest part of the function's
 * cold start.
 */
final class CallLog {
  private static final int CAUSES = 5;
  private static final int FRAMES = 15;

  private final PrintStream out;
  private final Clock clock;

  CallLog(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /**
   * Logs the call.
   *
   * @param requestId Lambda's request id
   * @param path the path after the secret; left out if the simulator does not serve that path
   */
  void answered(String requestId, String method, String path, Answer answer, Instant since) {
    ObjectNode line = line("INFO", "Answered", requestId).put("status", answer.status());
    if (answer.status() != 404) {
      line.put("method", method).put("path", path);
    }
    if (answer.body().path("errorCode").isTextual()) {
      line.put("error_code", answer.body().get("errorCode").textValue());
    }
    out.println(line.put("millis", Duration.between(since, clock.instant()).toMillis()));
  }

  /**
   * Logs an additional line for a bug. It leaves out the exception's message, which may contain
   * anything.
   */
  void fault(String requestId, RuntimeException bug) {
    out.println(
        line("ERROR", "Simulator bug", requestId)
            .put(
                "exception",
                Stream.<Throwable>iterate(bug, it -> it != null, Throwable::getCause)
                    .limit(CAUSES)
                    .map(CallLog::place)
                    .collect(Collectors.joining("\nCaused by: "))));
  }

  private static String place(Throwable fault) {
    return fault.getClass().getName()
        + Arrays.stream(fault.getStackTrace())
            .limit(FRAMES)
            .map(frame -> "\n  at " + frame)
            .collect(Collectors.joining());
  }

  private ObjectNode line(String level, String message, String requestId) {
    return Json.object()
        .put("timestamp", clock.instant().toString())
        .put("level", level)
        .put("message", message)
        .put("function_request_id", requestId);
  }
}
