package com.enterprisesigning.archive;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.EndUserIp;
import com.enterprisesigning.evidence.Assessment;
import com.enterprisesigning.evidence.ContainedCertificates;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.NamedRelyingParty;
import com.enterprisesigning.evidence.TimeStamp;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** Who signed for whom, when and how, as the entries of a description list. */
final class Facts {
  /** The attributes of a signer's name that Java would otherwise write as numbers. */
  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "2.5.4.4", "surname",
          "2.5.4.5", "serialNumber",
          "2.5.4.41", "name",
          "2.5.4.42", "givenName");

  /** The length of {@code 2020-02-01}, which an offset may follow. */
  private static final int DATE = 10;

  private final StringBuilder html = new StringBuilder();

  private Facts() {}

  static String html(
      Evidence evidence,
      Optional<TimeStamp> timeStamp,
      ContainedCertificates certificates,
      Optional<X509Certificate> root) {
    Facts facts = new Facts();
    facts.parties(evidence);
    facts.time(evidence, timeStamp);
    facts.certificates(certificates, root);
    facts.start(evidence);
    facts.device(evidence.completion());
    facts.references(evidence);
    return facts.html.toString();
  }

  private void parties(Evidence evidence) {
    Completion.Signer user = evidence.completion().user();
    addWide(
        "Undertecknare",
        "Signer",
        signer(user.name() + ", " + user.personalNumber(), evidence.verdict().isSignerVerified()));
    addWide(
        "Begärd av",
        "Requested by",
        NamedRelyingParty.in(evidence.completion())
            .map(it -> relyingParty(it, evidence.verdict().isXmlSigned()))
            .orElseGet(() ->
                new Words("går inte att läsa i underskriften", "cannot be read from the signature")
                    .html()));
  }

  private static String signer(String said, boolean isVerified) {
    return isVerified
        ? Html.element("b", Html.text(said))
            + new Words(", enligt BankID:s svar", ", according to BankID’s answer").html()
        : Html.text(said)
            + new Words(
                    ", enligt BankID:s svar; ej styrkt",
                    ", according to BankID’s answer; not established")
                .html();
  }

  private static String relyingParty(NamedRelyingParty party, boolean isSigned) {
    return party.organization().map(it -> Html.element("b", Html.text(it)) + ", ").orElse("")
        + (isSigned
                ? new Words("enligt underskriften", "according to the signature")
                : new Words("ej styrkt", "not established"))
            .html()
        + ": "
        + code(party.distinguishedName());
  }

  private void time(Evidence evidence, Optional<TimeStamp> timeStamp) {
    String read = read(evidence.signedAt());
    if (evidence.verdict().producedAt().isPresent()) {
      addWide("Tidpunkt för underskriften", "Time of signing", Html.element("b", read));
    } else {
      addWide(
          "Tidpunkt för lagringen",
          "Time of storage",
          read
              + new Words(
                      "; tidpunkten för underskriften är ej styrkt",
                      "; the time of signing is not established")
                  .html());
    }
    timeStamp.ifPresent(stamp ->
        addWide(
            "Tidsstämpel", "Time stamp", read(stamp.at()) + ", " + Html.text(stamp.authority())));
  }

  private static String read(Instant at) {
    return new Words(Moment.swedish(at) + " svensk tid", Moment.swedish(at) + " Swedish time")
            .html()
        + " ("
        + Moment.read(at)
        + " UTC)";
  }

  private void certificates(ContainedCertificates certificates, Optional<X509Certificate> root) {
    certificates.path().stream()
        .findFirst()
        .map(Facts::subject)
        .ifPresent(it -> addWide("Användarcertifikat", "User certificate", Html.text(it)));
    addWide(
        "Rotcertifikat",
        "Root certificate",
        root.map(Facts::subject)
            .map(Html::text)
            .orElseGet(() ->
                new Words(
                        "inget rotcertifikat som tjänsten litar på", "none that the service trusts")
                    .html()));
  }

  private static String subject(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName(X500Principal.RFC1779, ATTRIBUTES);
  }

  private void start(Evidence evidence) {
    Words how =
        switch (evidence.order().channel()) {
          case START ->
              new Words(
                  "med QR-kod eller i BankID-appen på samma enhet",
                  "with a QR code or in the BankID app on the same device");
          case PHONE -> new Words("under ett telefonsamtal", "in a telephone call");
        };
    String from =
        evidence
            .order()
            .endUserIp()
            .map(EndUserIp::address)
            .map(it -> new Words(", från IP-adress " + it, ", from IP address " + it).html())
            .orElse("");
    addWide("Påbörjad", "Started", how.html() + from);
  }

  private void device(Completion completion) {
    add(
        "BankID-appens IP-adress",
        "BankID app’s IP address",
        Html.text(completion.device().ipAddress()));
    Assessment assessment = Assessment.of(completion);
    assessment
        .risk()
        .ifPresent(it ->
            add(
                "Risk enligt BankID",
                "Risk, according to BankID",
                new Words(swedishRisk(it), it).html()));
    assessment
        .bankIdIssueDate()
        .ifPresent(it -> add("BankID utfärdat", "BankID issued", Html.text(it.substring(0, DATE))));
    assessment
        .mrtd()
        .ifPresent(it ->
            add(
                "Id-handling avläst",
                "ID document read",
                (it ? new Words("ja", "yes") : new Words("nej", "no")).html()));
  }

  private static String swedishRisk(String risk) {
    return switch (risk) {
      case "low" -> "låg";
      case "moderate" -> "måttlig";
      case "high" -> "hög";
      default -> risk;
    };
  }

  private void references(Evidence evidence) {
    add("Skulle underteckna", "Intended signer", Html.text(evidence.signer().digits()));
    add("Anslutet system", "Client system", Html.text(evidence.client()));
    add("BankID:s order-id", "BankID’s order ID", code(evidence.completion().orderRef()));
    add("Process-id", "Process ID", code(evidence.processId().toString()));
    add("Deltagar-id", "Participant ID", code(evidence.participantId().toString()));
  }

  private static String code(String text) {
    return Html.element("code", Html.text(text));
  }

  /** Adds an entry that takes a whole line of the page. */
  private void addWide(String swedish, String english, String value) {
    add("<div class=\"wide\">", new Words(swedish, english), value);
  }

  private void add(String swedish, String english, String value) {
    add("<div>", new Words(swedish, english), value);
  }

  private void add(String start, Words term, String value) {
    html.append(start)
        .append(Html.element("dt", term.html()))
        .append(Html.element("dd", value))
        .append("</div>\n");
  }
}
