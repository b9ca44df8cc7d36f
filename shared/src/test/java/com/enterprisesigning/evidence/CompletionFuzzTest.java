package com.enterprisesigning.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.enterprisesigning.bankid.Completion;
import java.util.Base64;

/** Any signature or OCSP response from BankID gets a verdict for each step, and nothing throws. */
class CompletionFuzzTest {
  private static final SigningBench BENCH = SigningBench.genuine();
  private static final Completion GENUINE = BENCH.completion();

  @FuzzTest
  void verify(FuzzedDataProvider data) {
    int part = data.consumeInt(0, 3);
    int at = data.consumeInt(0, 20_000);
    int dropped = data.consumeInt(0, 40);
    byte[] bytes = data.consumeRemainingAsBytes();
    Completion completion =
        switch (part) {
          case 0 -> BENCH.completion(base64(bytes), GENUINE.ocspResponse());
          case 1 -> BENCH.completion(GENUINE.signature(), base64(bytes));
          case 2 ->
              BENCH.completion(
                  spliced(GENUINE.signature(), at, dropped, bytes), GENUINE.ocspResponse());
          default ->
              BENCH.completion(
                  GENUINE.signature(), spliced(GENUINE.ocspResponse(), at, dropped, bytes));
        };

    Verdict verdict = BENCH.verify(completion);

    assertEquals(Step.values().length, verdict.steps().size());
    assertFalse(verdict.toString().contains(SigningBench.SIGNER.digits()), verdict::toString);
    verdict.producedAt().ifPresent(time -> assertEquals(SigningBench.SIGNED_AT, time));
  }

  /** Replaces some bytes of the genuine text, which reaches code that random bytes never reach. */
  private static String spliced(String genuine, int at, int dropped, byte[] put) {
    byte[] whole = Base64.getDecoder().decode(genuine);
    int start = Math.min(at, whole.length);
    int end = Math.min(start + dropped, whole.length);
    byte[] changed = new byte[start + put.length + whole.length - end];
    System.arraycopy(whole, 0, changed, 0, start);
    System.arraycopy(put, 0, changed, start, put.length);
    System.arraycopy(whole, end, changed, start + put.length, whole.length - end);
    return base64(changed);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
