package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.evidence.Assessment;
import com.enterprisesigning.evidence.ContainedCertificates;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * The report that people read: Swedish and English, without a script, and with nothing from another
 * host. It proves nothing on its own; the files beside it do, and their fingerprints name them.
 */
final class Report {
  private static final String TEMPLATE = new String(Resource.bytes("report.html"), UTF_8);
  private static final String STYLE = new String(Resource.bytes("report.css"), UTF_8);

  /** The attributes of a signer's name that Java would otherwise write as numbers. */
  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "2.5.4.4", "surname",
          "2.5.4.5", "serialNumber",
          "2.5.4.41", "name",
          "2.5.4.42", "givenName");

  /** A longer text is not shown: it is data, and the file beside the report has it. */
  private static final int SHOWN_NON_VISIBLE = 300;

  private final Evidence evidence;
  private final Optional<TimeStamp> timeStamp;
  private final ContainedCertificates certificates;
  private final Optional<X509Certificate> root;
  private final RootKind kind;

  private Report(
      Evidence evidence,
      Optional<TimeStamp> timeStamp,
      ContainedCertificates certificates,
      Optional<X509Certificate> root,
      RootKind kind) {
    this.evidence = evidence;
    this.timeStamp = timeStamp;
    this.certificates = certificates;
    this.root = root;
    this.kind = kind;
  }

  /**
   * Writes the report.
   *
   * @param timeStamp its time stamp, if there is one
   * @param root the root that the certificates lead to
   * @param kind what that root makes the signature worth
   * @param files the files beside it, in order
   */
  static byte[] html(
      Evidence evidence,
      Optional<TimeStamp> timeStamp,
      ContainedCertificates certificates,
      Optional<X509Certificate> root,
      RootKind kind,
      Map<String, byte[]> files) {
    Report report = new Report(evidence, timeStamp, certificates, root, kind);
    Map<String, String> parts =
        Map.of(
            "style", STYLE,
            "style_sha256", Fingerprint.base64(STYLE.getBytes(UTF_8)),
            "order_ref", Html.text(evidence.completion().orderRef()),
            "verdict", report.verdict(),
            "facts", report.facts(),
            "text_title", report.textTitle(),
            "text", ShownText.html(evidence.text()),
            "non_visible", report.nonVisible(),
            "steps", report.steps(),
            "files", fingerprints(files));
    StringBuilder html = new StringBuilder();
    // Splitting, unlike replacing, never reads a part as a place for another one.
    for (String piece : TEMPLATE.split("\\{\\{", -1)) {
      int end = piece.indexOf("}}");
      if (end < 0) {
        html.append(piece);
      } else {
        html.append(parts.get(piece.substring(0, end))).append(piece.substring(end + 2));
      }
    }
    return html.toString().getBytes(UTF_8);
  }

  private String verdict() {
    Verdict verdict = evidence.verdict();
    if (!verdict.isVerified()) {
      String failed = Html.text(String.join(", ", verdict.failed()));
      return banner(
          "failed",
          "Underskriften godkändes INTE",
          "The signature did NOT verify",
          "Lita inte på den. Underkända steg: ",
          "Do not rely on it. Failed: ",
          failed);
    }
    return switch (kind) {
      case PRODUCTION ->
          banner(
              "passed",
              "Underskriften är kontrollerad och godkänd",
              "The signature was verified and accepted",
              "Varje steg i kontrollen redovisas nedan. ",
              "Each step of the verification is below. ",
              "");
      case TEST ->
          banner(
              "trial",
              "Underskrift i BankID:s testmiljö",
              "A signature of BankID’s test environment",
              "Den är kontrollerad men inte bindande för någon. ",
              "It was verified, but it binds nobody. ",
              "");
      case SANDBOX, NONE ->
          banner(
              "trial",
              "Provunderskrift i en sandlådemiljö, inte gjord med BankID",
              "A signature of a sandbox, without BankID",
              "Den är kontrollerad men inte bindande för någon. ",
              "It was verified, but it binds nobody. ",
              "");
    };
  }

  /** Shows both languages, whichever is chosen. */
  private static String banner(
      String htmlClass,
      String swedish,
      String english,
      String swedishNote,
      String englishNote,
      String detail) {
    return """
    <header class="verdict %s">
    <h1><b>%s</b> <i>%s</i></h1>
    <p>%s%s</p>
    </header>\
    """
        .formatted(
            htmlClass,
            Html.text(swedish),
            Html.text(english),
            Html.both(swedishNote, englishNote),
            detail);
  }

  /** What stands in the package is what was sent; only this step shows that it was signed. */
  private boolean isTextSigned() {
    return evidence.verdict().steps().stream()
        .anyMatch(step -> step.step().equals("SIGNED_TEXT") && step.passed());
  }

  private String textTitle() {
    return isTextSigned()
        ? Html.both("Undertecknad text", "What was signed")
        : Html.both(
            "Texten som skulle undertecknas (se kontrollen)",
            "What was to be signed (see the verification)");
  }

  private String facts() {
    Completion completion = evidence.completion();
    StringBuilder facts = new StringBuilder();
    add(
        facts,
        "Undertecknare, enligt BankID",
        "Signer, according to BankID",
        Html.text(completion.user().name() + ", " + completion.user().personalNumber()));
    add(
        facts,
        "Den som skulle underteckna",
        "Who was to sign",
        Html.text(evidence.signer().digits()));
    certificates.path().stream()
        .findFirst()
        .map(Report::subject)
        .ifPresent(it ->
            add(facts, "Certifikatets innehavare", "The certificate’s holder", Html.text(it)));
    add(
        facts,
        "Rotcertifikat",
        "Root certificate",
        root.map(Report::subject)
            .map(Html::text)
            .orElseGet(
                () -> Html.both("inget som tjänsten litar på", "none that the service trusts")));
    time(facts);
    how(facts);
    Assessment assessment = Assessment.of(completion);
    add(
        facts,
        "Risk, enligt BankID",
        "Risk, according to BankID",
        assessment.risk().map(Html::text));
    add(facts, "BankID utfärdat", "BankID issued", assessment.bankIdIssueDate().map(Html::text));
    assessment
        .mrtd()
        .ifPresent(it ->
            add(
                facts,
                "Id-handling avläst",
                "ID document read",
                it ? Html.both("ja", "yes") : Html.both("nej", "no")));
    add(facts, "Begärd av (klient)", "Requested by (client)", Html.text(evidence.client()));
    add(facts, "Order hos BankID", "BankID’s order", code(completion.orderRef()));
    add(facts, "Process", "Process", code(evidence.processId().toString()));
    add(facts, "Deltagare", "Participant", code(evidence.participantId().toString()));
    return facts.toString();
  }

  private void time(StringBuilder facts) {
    String read = read(evidence.signedAt());
    if (evidence.verdict().producedAt().isPresent()) {
      add(facts, "Tidpunkt för underskriften", "Time of signing", read);
    } else {
      add(
          facts,
          "Lagrat (tidpunkten för underskriften är inte styrkt)",
          "Stored (the time of signing is not established)",
          read);
    }
    timeStamp.ifPresent(stamp ->
        add(
            facts,
            "Tidsstämplat",
            "Time-stamped",
            read(stamp.at()) + ", " + Html.text(stamp.authority())));
  }

  private static String read(Instant at) {
    return Html.both(Moment.swedish(at) + " svensk tid", Moment.swedish(at) + " in Sweden")
        + " ("
        + Moment.read(at)
        + " UTC)";
  }

  private void how(StringBuilder facts) {
    switch (evidence.order().channel()) {
      case START ->
          add(
              facts,
              "Påbörjad",
              "Started",
              Html.both(
                  "på skärm (med QR-kod eller på samma enhet)",
                  "at a screen (QR code or the same device)"));
      case PHONE ->
          add(facts, "Påbörjad", "Started", Html.both("under ett telefonsamtal", "in a call"));
    }
    add(
        facts,
        "Påbörjad från IP-adress",
        "Started from IP address",
        evidence.order().endUserIp().map(EndUserIp::address).map(Html::text));
    add(
        facts,
        "Appens IP-adress",
        "The app’s IP address",
        Html.text(evidence.completion().device().ipAddress()));
  }

  private static void add(
      StringBuilder facts, String swedish, String english, Optional<String> html) {
    html.ifPresent(it -> add(facts, swedish, english, it));
  }

  private static void add(StringBuilder facts, String swedish, String english, String html) {
    facts
        .append("<div>")
        .append(Html.element("dt", Html.both(swedish, english)))
        .append(Html.element("dd", html))
        .append("</div>\n");
  }

  private static String code(String text) {
    return Html.element("code", Html.text(text));
  }

  private static String subject(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName(X500Principal.RFC1779, ATTRIBUTES);
  }

  private String nonVisible() {
    return evidence
        .text()
        .nonVisible()
        .map(it ->
            Html.element(
                "p",
                "data",
                (isTextSigned()
                        ? Html.both("Undertecknat men inte visat: ", "Signed without being shown: ")
                        : Html.both(
                            "Skulle undertecknas utan att visas: ",
                            "Was to be signed without being shown: "))
                    + (it.length() <= SHOWN_NON_VISIBLE
                        ? code(it)
                        : code(EvidencePackage.NON_VISIBLE))))
        .orElse("");
  }

  private String steps() {
    return evidence.verdict().steps().stream().map(Report::step).collect(Collectors.joining());
  }

  private static String step(VerificationStep step) {
    StepMeaning meaning = StepMeaning.of(step);
    String result =
        switch (step.result()) {
          case PASSED -> Html.both("Godkänt", "Passed");
          case REPORTED -> Html.both("Avviker", "Reported");
          case FAILED -> Html.both("UNDERKÄNT", "FAILED");
        };
    return """
    <tr class="%s"><td>%s</td><td>%s <code>%s</code>%s</td></tr>
    """
        .formatted(
            step.result().name().toLowerCase(Locale.ROOT),
            result,
            step.passed()
                ? Html.both(meaning.swedish(), meaning.english())
                : Html.both(
                    "Inte styrkt: " + meaning.swedish(), "Not established: " + meaning.english()),
            Html.text(step.step()),
            step.detail()
                .map(
                    it -> "<br><strong lang=\"en\" class=\"always\">" + Html.text(it) + "</strong>")
                .orElse(""));
  }

  private static String fingerprints(Map<String, byte[]> files) {
    StringBuilder rows = new StringBuilder();
    files.forEach((name, file) ->
        rows.append(
            "<tr><td><a href=\"%s\">%s</a></td><td><code>%s</code></td></tr>%n"
                .formatted(name, name, Fingerprint.hex(file))
                .replace("\r", "")));
    return rows.toString();
  }
}
