package com.enterprisesigning.archive;

import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rows of the verification: each step with its result, and with what it means. */
final class StepRows {
  private StepRows() {}

  static String html(Verdict verdict) {
    return verdict.steps().stream().map(StepRows::row).collect(Collectors.joining("\n"));
  }

  private static String row(VerificationStep step) {
    return "<tr class=\"%s\"><td>%s</td><td>%s</td><th scope=\"row\"><code>%s</code></th></tr>"
        .formatted(
            isDependent(step) ? "dependent" : step.result().name().toLowerCase(Locale.ROOT),
            result(step).html(),
            step.passed() || isDependent(step)
                ? StepMeaning.of(step).html()
                : reason(step) + notEstablished(step),
            Html.text(step.step()));
  }

  /** Says once, below the rows, why steps were not checked; nothing if all were. */
  static String note(Verdict verdict) {
    return verdict.steps().stream().anyMatch(StepRows::isDependent)
        ? Html.element(
            "p",
            "note",
            new Words(
                    "Ej prövat: steget kunde inte prövas, eftersom ett annat steg underkändes.",
                    "Not checked: the step could not be checked, because another step failed.")
                .html())
        : "";
  }

  /** Returns whether the step failed only because another one did. */
  static boolean isDependent(VerificationStep step) {
    return step.isFailed() && !Indication.of(step).isExamined();
  }

  private static Words result(VerificationStep step) {
    if (isDependent(step)) {
      return new Words("Ej prövat", "Not checked");
    }
    return switch (step.result()) {
      case PASSED -> new Words("Godkänt", "Passed");
      case REPORTED -> new Words("Anmärkning", "Remark");
      case FAILED -> new Words("Underkänt", "Failed");
    };
  }

  private static String reason(VerificationStep step) {
    return step.detail().map(detail -> Html.element("strong", inBoth(detail)) + " ").orElse("");
  }

  /**
   * Evidence has its details in English only. A detail of another release may have no Swedish here.
   */
  private static String inBoth(String detail) {
    return SwedishDetail.of(detail)
        .map(swedish -> new Words(swedish, detail).html())
        .orElseGet(() -> "<span lang=\"en\" class=\"always\">" + Html.text(detail) + "</span>");
  }

  private static String notEstablished(VerificationStep step) {
    Words meaning = StepMeaning.of(step);
    return meaning.english().isEmpty()
        ? ""
        : new Words(
                "Därmed är följande inte styrkt: " + meaning.swedish(),
                "So this is not established: " + meaning.english())
            .html();
  }
}
