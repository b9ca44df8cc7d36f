package com.enterprisesigning.archive;

import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import java.util.Optional;

/**
 * A status of a validation and its sub-indication, in the words of ETSI EN 319 102-1 (table 5 and
 * 6), which ETSI TS 119 102-2 reports.
 *
 * @param sub absent if the validation passed, or if nothing was examined
 */
record Indication(Main main, Optional<String> sub) {

  /** The main indications of EN 319 102-1. */
  enum Main {
    TOTAL_PASSED("TOTAL-PASSED"),
    TOTAL_FAILED("TOTAL-FAILED"),
    INDETERMINATE("INDETERMINATE");

    private final String text;

    Main(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private static final Indication PASSED = new Indication(Main.TOTAL_PASSED, Optional.empty());
  private static final Indication NOT_EXAMINED =
      new Indication(Main.INDETERMINATE, Optional.empty());

  /**
   * Returns the indication of all steps: that of the first step that proves the signature wrong,
   * else that of the first step that rejects it.
   */
  static Indication of(Verdict verdict) {
    if (verdict.isVerified()) {
      return PASSED;
    }
    Optional<Indication> failed =
        verdict.steps().stream()
            .filter(VerificationStep::isFailed)
            .map(Indication::of)
            .filter(it -> it.main() == Main.TOTAL_FAILED)
            .findFirst();
    return failed.orElseGet(() ->
        verdict.steps().stream()
            .filter(VerificationStep::isFailed)
            .map(Indication::of)
            .filter(it -> it.sub().isPresent())
            .findFirst()
            .orElse(NOT_EXAMINED));
  }

  /** Returns the indication of one step. A step that only reports has the one it would have had. */
  static Indication of(VerificationStep step) {
    if (step.passed()) {
      return PASSED;
    }
    String detail = step.detail().orElse("");
    if (detail.startsWith("Not checked")) {
      return NOT_EXAMINED;
    }
    return switch (step.step()) {
      case "XML_SIGNATURE" -> ofXmlSignature(detail);
      case "CERTIFICATE_CHAIN" -> ofChain(detail);
      case "CERTIFICATE_STATUS" ->
          detail.startsWith("The user's certificate was revoked")
              ? failed("REVOKED")
              : indeterminate("CERTIFICATE_CHAIN_GENERAL_FAILURE");
      case "OCSP_SIGNATURE", "OCSP_RESPONDER" -> indeterminate("CERTIFICATE_CHAIN_GENERAL_FAILURE");
      default -> indeterminate("SIG_CONSTRAINTS_FAILURE");
    };
  }

  /** Returns whether the step was examined. If not, it says nothing about the signature. */
  boolean isExamined() {
    return !equals(NOT_EXAMINED);
  }

  private static Indication ofXmlSignature(String detail) {
    if (detail.startsWith("The data of the reference")) {
      return failed("HASH_FAILURE");
    }
    return failed(
        detail.startsWith("The signature was not made with the user's key")
            ? "SIG_CRYPTO_FAILURE"
            : "FORMAT_FAILURE");
  }

  private static Indication ofChain(String detail) {
    return switch (detail) {
      case "The certificates do not lead to a trusted certificate." ->
          indeterminate("NO_CERTIFICATE_CHAIN_FOUND");
      case "A certificate had expired at the time of signing." -> failed("EXPIRED");
      case "A certificate was not yet valid at the time of signing." -> failed("NOT_YET_VALID");
      case "The user's certificate is not meant for signing.",
          "A certificate was issued by a certificate that is not a CA's." ->
          indeterminate("CHAIN_CONSTRAINTS_FAILURE");
      default -> indeterminate("CERTIFICATE_CHAIN_GENERAL_FAILURE");
    };
  }

  private static Indication failed(String sub) {
    return new Indication(Main.TOTAL_FAILED, Optional.of(sub));
  }

  private static Indication indeterminate(String sub) {
    return new Indication(Main.INDETERMINATE, Optional.of(sub));
  }
}
