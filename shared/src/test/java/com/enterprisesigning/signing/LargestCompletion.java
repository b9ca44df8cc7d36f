package com.enterprisesigning.signing;

import com.enterprisesigning.bankid.Completion;
import com.enterprisesigning.bankid.SigningText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;

/**
 * A completion with the largest texts that BankID accepts ({@code docs/bankid.md#sign}). Its
 * signature has the matching size: the texts as base64, within XML with three certificates, and all
 * of that as base64 again.
 */
public record LargestCompletion(SigningText text, Completion completion) {
  private static final int VISIBLE_BYTES = 30_000;
  private static final int NON_VISIBLE_BYTES = 150_000;
  private static final int CERTIFICATE_BYTES = 2_000;
  private static final int OCSP_BYTES = 4_000;

  /** The most that is kept of the rest of an answer. */
  private static final int REST_BYTES = 8 << 10;

  /**
   * Returns a completion with random text. ASCII is used because no other UTF-8 text carries more
   * in a byte.
   *
   * @param slash how the answer's JSON spells a slash
   */
  public static LargestCompletion ofIncompressibleText(String slash) {
    Random random = new Random(1);
    SigningText text =
        new SigningText(
            text(random, VISIBLE_BYTES, ' ', '~'),
            SigningText.Format.PLAINTEXT,
            Optional.of(text(random, NON_VISIBLE_BYTES, 1, 127)));
    String signature =
        base64(
            ("<Signature><usrVisibleData>%s</usrVisibleData>"
                    + "<usrNonVisibleData>%s</usrNonVisibleData><X509Certificate>%s%s%s</X509Certificate>"
                    + "</Signature>")
                .formatted(
                    base64(text.visible().getBytes(StandardCharsets.UTF_8)),
                    base64(text.nonVisible().orElseThrow().getBytes(StandardCharsets.UTF_8)),
                    base64(bytes(random, CERTIFICATE_BYTES)),
                    base64(bytes(random, CERTIFICATE_BYTES)),
                    base64(bytes(random, CERTIFICATE_BYTES)))
                .getBytes(StandardCharsets.UTF_8));
    String ocspResponse = base64(bytes(random, OCSP_BYTES));
    String raw =
        """
        {"orderRef":"largest","status":"complete","addedTomorrow":"%s","completionData":{
        "signature":"%s","ocspResponse":"%s"}}\
        """
            .formatted(
                base64(bytes(random, REST_BYTES)),
                signature.replace("/", slash),
                ocspResponse.replace("/", slash));
    return new LargestCompletion(
        text,
        new Completion(
            raw,
            "largest",
            new Completion.Signer("189001019802", "Test Person", "Test", "Person"),
            new Completion.Device("192.0.2.7", Optional.of("uhi")),
            signature,
            ocspResponse));
  }

  private static String text(Random random, int length, int from, int to) {
    return random
        .ints(length, from, to + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
