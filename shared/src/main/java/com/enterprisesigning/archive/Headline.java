package com.enterprisesigning.archive;

import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import java.util.List;

/**
 * The first lines of the report: what the signature is worth. The title shows both languages,
 * whichever is chosen.
 *
 * @param htmlClass how the style shows them
 */
record Headline(String htmlClass, Words title, Words note) {

  static Headline of(Verdict verdict, RootKind kind) {
    if (!verdict.isVerified()) {
      List<String> causes = causes(verdict);
      String steps = String.join(", ", causes);
      return new Headline(
          "failed",
          new Words("Underskriften godkändes INTE", "The signature did NOT pass verification"),
          new Words(
              "Underskriften bör inte läggas till grund för något. "
                  + (causes.size() == 1 ? "Underkänt steg: " : "Underkända steg: ")
                  + steps,
              "Do not rely on the signature. Failed: " + steps));
    }
    Headline headline = ofVerified(kind);
    List<String> reported = verdict.reported();
    return reported.isEmpty() ? headline : headline.withRemarks(String.join(", ", reported));
  }

  private static Headline ofVerified(RootKind kind) {
    return switch (kind) {
      case PRODUCTION ->
          new Headline(
              "passed",
              new Words(
                  "Underskriften är kontrollerad och godkänd",
                  "The signature was verified and accepted"),
              new Words(
                  "Alla steg i kontrollen redovisas nedan.",
                  "Every step of the verification is listed below."));
      case TEST ->
          new Headline(
              "trial",
              new Words(
                  "Testunderskrift från BankID:s testmiljö",
                  "Test signature from BankID’s test environment"),
              new Words(
                  "Underskriften har klarat kontrollen men är inte bindande för någon.",
                  "The signature passed verification, but it binds nobody."));
      case SANDBOX ->
          new Headline(
              "trial",
              new Words(
                  "Testunderskrift som inte är gjord med BankID",
                  "Test signature, not made with BankID"),
              new Words(
                  "Underskriften kommer från en simulerad testmiljö. Den har klarat kontrollen men"
                      + " är inte bindande för någon.",
                  "The signature comes from a simulated test environment. It passed verification,"
                      + " but it binds nobody."));
      case NONE ->
          new Headline(
              "trial",
              new Words(
                  "Underskriften kan inte knytas till BankID",
                  "The signature cannot be traced to BankID"),
              new Words(
                  "Den godkändes när den kom in, men tjänsten litar inte längre på dess"
                      + " rotcertifikat.",
                  "It was accepted when it arrived, but the service no longer trusts its root"
                      + " certificate."));
    };
  }

  /** Returns the steps that failed by themselves, not because they depend on another one. */
  private static List<String> causes(Verdict verdict) {
    return verdict.steps().stream()
        .filter(step -> step.isFailed() && !StepRows.isDependent(step))
        .map(VerificationStep::step)
        .toList();
  }

  private Headline withRemarks(String steps) {
    return new Headline(
        htmlClass,
        title,
        new Words(
            note.swedish() + " Steg med anmärkning: " + steps,
            note.english() + " Remark: " + steps));
  }

  String html() {
    return """
    <header class="verdict %s">
    <h1>%s <span lang="en" class="always">%s</span></h1>
    <p>%s</p>
    </header>\
    """
        .formatted(htmlClass, Html.text(title.swedish()), Html.text(title.english()), note.html());
  }
}
