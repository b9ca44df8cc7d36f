package com.enterprisesigning.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.enterprisesigning.evidence.SampleEvidence;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures with faults have the indications of EN 319 102-1. */
class IndicationTest {

  @ParameterizedTest
  @CsvSource({
    "NONE, TOTAL-PASSED,",
    "ALTERED, TOTAL-FAILED, HASH_FAILURE",
    "OTHER_KEY, TOTAL-FAILED, SIG_CRYPTO_FAILURE",
    "NOT_BANKIDS_FORM, TOTAL-FAILED, FORMAT_FAILURE",
    "REVOKED, TOTAL-FAILED, REVOKED",
    "EXPIRED, TOTAL-FAILED, EXPIRED",
    "NOT_YET_VALID, TOTAL-FAILED, NOT_YET_VALID",
    "OTHER_ROOT, INDETERMINATE, NO_CERTIFICATE_CHAIN_FOUND",
    "COUNTERFEIT_ROOT, INDETERMINATE, CERTIFICATE_CHAIN_GENERAL_FAILURE",
    "NOT_FOR_SIGNING, INDETERMINATE, CHAIN_CONSTRAINTS_FAILURE",
    "NO_RESPONSE, INDETERMINATE, CERTIFICATE_CHAIN_GENERAL_FAILURE",
    "OTHER_TEXT, INDETERMINATE, SIG_CONSTRAINTS_FAILURE",
    "OTHER_RELYING_PARTY, TOTAL-PASSED,"
  })
  void verdict_hasItsIndication(SampleEvidence.Fault fault, String main, String sub) {
    Indication indication = Indication.of(SampleEvidence.of(fault).verdict());

    assertEquals(main, indication.main().text());
    assertEquals(Optional.ofNullable(sub), indication.sub());
  }

  @Test
  void proofOfAFault_outweighsADoubt() {
    Verdict verdict =
        new Verdict(
            List.of(
                failed(
                    "CERTIFICATE_CHAIN", "The certificates do not lead to a trusted certificate."),
                failed("CERTIFICATE_STATUS", "The user's certificate was revoked or unknown.")),
            Optional.empty());

    assertEquals(Optional.of("REVOKED"), Indication.of(verdict).sub());
  }

  @Test
  void verdictWithoutSteps_isIndeterminate() {
    assertEquals(
        new Indication(Indication.Main.INDETERMINATE, Optional.empty()),
        Indication.of(new Verdict(List.of(), Optional.empty())));
  }

  private static VerificationStep failed(String step, String detail) {
    return new VerificationStep(step, false, Optional.of(detail));
  }
}
