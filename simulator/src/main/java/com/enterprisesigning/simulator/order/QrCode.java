package com.enterprisesigning.simulator.order;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One frame of the animated QR code, {@code bankid.<qrStartToken>.<t>.<qrAuthCode>} ({@code
 * docs/bankid.md#the-qr-code-and-the-launch-urls}). {@code toString} shows nothing.
 *
 * @param seconds {@code t}: how many whole seconds after the create the frame is shown
 * @param authCode 64 lower-case hex digits
 */
public record QrCode(String qrStartToken, long seconds, String authCode) {
  private static final Pattern FRAME =
      Pattern.compile("bankid\\.([0-9a-f-]{36})\\.(0|[1-9]\\d{0,8})\\.([0-9a-f]{64})");

  /** Parses a scanned text; empty if it is not a frame. */
  public static Optional<QrCode> parse(String text) {
    Matcher frame = FRAME.matcher(text);
    return frame.matches()
        ? Optional.of(new QrCode(frame.group(1), Long.parseLong(frame.group(2)), frame.group(3)))
        : Optional.empty();
  }

  /** Returns whether the authentication code was made with that secret. */
  public boolean isAuthentic(String qrStartSecret) {
    return MessageDigest.isEqual(
        authCode.getBytes(StandardCharsets.US_ASCII),
        authCode(qrStartSecret, seconds).getBytes(StandardCharsets.US_ASCII));
  }

  private static String authCode(String qrStartSecret, long seconds) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(qrStartSecret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      byte[] message = Long.toString(seconds).getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(mac.doFinal(message));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "QrCode[hidden]";
  }
}
