package com.enterprisesigning.http;

import com.enterprisesigning.bankid.AnimatedQrCode;
import com.enterprisesigning.bankid.Launch;
import com.enterprisesigning.bankid.UserMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What start and collect both tell a front end: the QR code, when to ask again, and the message to
 * the user.
 */
final class Polling {
  /** {@code next_collect_ms} while a QR code is shown, which changes every second. */
  static final int WITH_QR_MILLIS = 1000;

  /** {@code next_collect_ms} otherwise: BankID wants two seconds between collects. */
  static final int WITHOUT_QR_MILLIS = 2000;

  private Polling() {}

  static String qrString(Launch launch, Instant startedAt, Instant now) {
    return new AnimatedQrCode(launch, startedAt).at(now);
  }

  static void putMessage(ObjectNode answer, UserMessage message) {
    answer
        .putObject("user_message")
        .put("code", message.name())
        .put("sv", message.sv())
        .put("en", message.en());
  }
}
