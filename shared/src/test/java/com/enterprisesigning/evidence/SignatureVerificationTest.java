package com.enterprisesigning.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.SigningText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignatureVerificationTest {

  @Test
  void verify_passesEveryStepInOrder_whenAllIsAsItShouldBe() {
    Verdict verdict = SigningBench.genuine().verify();

    assertTrue(verdict.isVerified(), () -> verdict.steps().toString());
    assertEquals(
        List.of(
            "XML_SIGNATURE",
            "OCSP_SIGNATURE",
            "CERTIFICATE_CHAIN",
            "OCSP_RESPONDER",
            "CERTIFICATE_STATUS",
            "OCSP_NONCE",
            "SIGNED_TEXT",
            "SIGNED_FUNCTION",
            "SIGNER",
            "RELYING_PARTY",
            "REQUIREMENT"),
        verdict.steps().stream().map(VerificationStep::step).toList());
    assertEquals(Optional.of(SigningBench.SIGNED_AT), verdict.producedAt());
  }

  @Test
  void verify_takesTheLargestTextsThatBankIdTakes() {
    SigningBench bench = SigningBench.genuine();
    String visible = "å".repeat(15_000);
    String nonVisible = "ö".repeat(75_000);
    bench.signature.visibleData = SignatureSpec.base64(visible);
    bench.signature.nonVisibleData = SignatureSpec.base64(nonVisible);
    bench.sent = new SigningText(visible, SigningText.Format.PLAINTEXT, Optional.of(nonVisible));

    Verdict verdict = bench.verify();

    assertTrue(verdict.isVerified(), () -> verdict.steps().toString());
  }

  @Test
  void verify_saysWhichStepAnotherRestsOn_whenThatOneFailed() {
    SigningBench bench = SigningBench.genuine();

    Verdict verdict = bench.verify(bench.completion("", bench.completion().ocspResponse()));

    VerificationStep text =
        verdict.steps().stream()
            .filter(it -> it.step().equals("SIGNED_TEXT"))
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.of("Not checked, because XML_SIGNATURE failed."), text.detail());
  }

  @Test
  void verify_isRightInManyThreadsAtOnce() throws InterruptedException, ExecutionException {
    SigningBench genuine = SigningBench.genuine();
    SigningBench altered =
        SigningBench.broken(
            it -> it.signature.document = xml -> xml.replace(">Signing<", ">Sinning<"));
    Completion right = genuine.completion();
    Completion wrong = altered.completion();
    SignatureVerification verification = genuine.verification();
    Callable<Boolean> once =
        () -> isVerified(verification, genuine, right) && !isVerified(verification, genuine, wrong);

    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      for (Future<Boolean> result :
          threads.invokeAll(Stream.generate(() -> once).limit(320).toList())) {
        assertTrue(result.get());
      }
    }
  }

  @Test
  void new_refusesToWorkWithoutARoot() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new SignatureVerification(
                Set.of(), matching -> Optional.empty(), Set.of(), Clock.systemUTC()));
  }

  private static boolean isVerified(
      SignatureVerification verification, SigningBench bench, Completion completion) {
    return verification
        .verify(completion, bench.sent, bench.requirement, SigningBench.SIGNER)
        .isVerified();
  }
}
