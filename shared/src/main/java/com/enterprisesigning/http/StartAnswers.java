package com.enterprisesigning.http;

import com.enterprisesigning.bankid.Launch;
import com.enterprisesigning.bankid.Opening;
import com.enterprisesigning.bankid.UserMessages;
import com.enterprisesigning.signing.Attempt;
import com.enterprisesigning.signing.Signing;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The answers of start and start/phone. A repeated start gets the same answer as the first one,
 * whatever has become of the order; only the QR string is current.
 */
final class StartAnswers {
  private StartAnswers() {}

  static ObjectNode start(Signing signing, Instant now) {
    Attempt attempt = attempt(signing);
    Launch launch =
        attempt
            .launch()
            .orElseThrow(() -> new IllegalStateException("an order of /start has a launch"));
    ObjectNode answer = Json.object();
    answer.put("status", "INITIATED");
    answer.put("autostart_token", launch.autoStartToken());
    answer.put("qr_string", Polling.qrString(launch, attempt.startedAt(), now));
    String query =
        "autostarttoken="
            + URLEncoder.encode(launch.autoStartToken(), StandardCharsets.UTF_8)
            + "&redirect=null";
    answer
        .putObject("launch_urls")
        .put("desktop", "bankid:///?" + query)
        .put("mobile", "https://app.bankid.com/?" + query);
    return finish(answer, attempt, Polling.WITH_QR_MILLIS);
  }

  static ObjectNode startPhone(Signing signing) {
    ObjectNode answer = Json.object().put("status", "INITIATED");
    return finish(answer, attempt(signing), Polling.WITHOUT_QR_MILLIS);
  }

  private static Attempt attempt(Signing signing) {
    return signing
        .attempt()
        .orElseThrow(() -> new IllegalStateException("a started signing has an attempt"));
  }

  private static ObjectNode finish(ObjectNode answer, Attempt attempt, int nextCollectMillis) {
    answer.put("expires_at", Times.text(attempt.windowEnd()));
    answer.put("next_collect_ms", nextCollectMillis);
    // The page chooses how to open the order only after this answer; until then the message is the
    // one for a QR code.
    Polling.putMessage(answer, UserMessages.initiated(Opening.QR));
    return answer;
  }
}
