package com.enterprisesigning.bankid;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The QR code of an order, which changes every second: {@code bankid.<qrStartToken>.<t>.<hex
 * HMAC-SHA256(qrStartSecret, t)>} ({@code docs/bankid.md#the-qr-code-and-the-launch-urls}).
 *
 * @param startedAt when BankID's answer to the create was received; t counts from then
 */
public record AnimatedQrCode(Launch launch, Instant startedAt) {
  private static final String HMAC = "HmacSHA256";

  /**
   * Returns the content of the QR code at {@code now}. The whole seconds t are rounded down,
   * because the app refuses a code from the future. If this machine's clock is behind the clock of
   * the machine that started the order, t is 0.
   */
  public String at(Instant now) {
    String t = Long.toString(Math.max(0, Duration.between(startedAt, now).toSeconds()));
    return "bankid." + launch.qrStartToken() + "." + t + "." + authCode(t);
  }

  private String authCode(String t) {
    try {
      Mac hmac = Mac.getInstance(HMAC);
      hmac.init(new SecretKeySpec(launch.qrStartSecret().getBytes(US_ASCII), HMAC));
      return HexFormat.of().formatHex(hmac.doFinal(t.getBytes(US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no " + HMAC + ".", e);
    }
  }
}
