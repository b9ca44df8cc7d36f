package com.enterprisesigning.http;

import com.enterprisesigning.bankid.Opening;
import com.enterprisesigning.bankid.UserMessage;
import com.enterprisesigning.bankid.UserMessages;
import com.enterprisesigning.domain.Attempt;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What start and collect both tell a front end: when to ask again, and the message to the user. */
final class Polling {
  /** {@code next_collect_ms} while a QR code is shown, which changes every second. */
  static final int WITH_QR_MILLIS = 1000;

  /** {@code next_collect_ms} otherwise: BankID wants two seconds between collects. */
  static final int WITHOUT_QR_MILLIS = 2000;

  private Polling() {}

  /** Completes the answer of start or start/phone. */
  static ObjectNode putStarted(ObjectNode answer, Attempt attempt, int nextCollectMillis) {
    answer.put("expires_at", Times.text(attempt.windowEnd()));
    answer.put("next_collect_ms", nextCollectMillis);
    // The page chooses how to open the order only after this answer; until then the message is the
    // one for a QR code.
    putMessage(answer, UserMessages.initiated(Opening.QR));
    return answer;
  }

  static void putMessage(ObjectNode answer, UserMessage message) {
    answer
        .putObject("user_message")
        .put("code", message.name())
        .put("sv", message.sv())
        .put("en", message.en());
  }
}
