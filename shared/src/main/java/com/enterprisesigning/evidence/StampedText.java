package com.enterprisesigning.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.domain.Completion;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a time stamp of evidence covers: the SHA-256 of each file of the evidence, in the form of
 * {@code sha256sum}. The text is made from the evidence alone, so anybody who has the evidence can
 * make it again and check a time stamp against it ({@code docs/evidence.md#the-time-stamp}).
 *
 * @param text one line {@code <sha256> <file name>} for each file, each ended by a line feed
 */
public record StampedText(String text) {
  private static final HexFormat HEX = HexFormat.of();

  /** Returns the text for this evidence. */
  public static StampedText of(Evidence evidence) {
    Completion completion = evidence.completion();
    StringBuilder text = new StringBuilder();
    add(text, "signature.xml", decoded(completion.signature()));
    add(text, "ocsp.der", decoded(completion.ocspResponse()));
    add(text, "user_visible_data.txt", evidence.text().visible().getBytes(UTF_8));
    evidence
        .text()
        .nonVisible()
        .ifPresent(it -> add(text, "user_non_visible_data.txt", it.getBytes(UTF_8)));
    return new StampedText(text.toString());
  }

  /** Returns the SHA-256 of the text, which is what the authority stamps. */
  public byte[] digest() {
    return sha256(text.getBytes(UTF_8));
  }

  /** Returns the bytes that the base64 encodes. A rejected completion may hold something else. */
  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return base64.getBytes(UTF_8);
    }
  }

  private static void add(StringBuilder text, String name, byte[] file) {
    text.append(HEX.formatHex(sha256(file))).append("  ").append(name).append('\n');
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
