package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import com.enterprisesigning.evidence.ContainedCertificates;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.signing.Binding;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The report that people read: Swedish and English, without a script, and with nothing from another
 * host. It proves nothing on its own; the files beside it do, and their fingerprints name them.
 *
 * <p>The page itself is {@code report.html}, whose places this class fills.
 */
final class Report {
  private static final String TEMPLATE = new String(Resource.bytes("report.html"), UTF_8);
  private static final String STYLE = new String(Resource.bytes("report.css"), UTF_8);

  /** A longer text is not shown: it is data, and the file beside the report has it. */
  private static final int SHOWN_NON_VISIBLE = 300;

  private Report() {}

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
    // What the package has is what was sent; only this step shows that it was signed.
    boolean isTextSigned = evidence.verdict().isTextSigned();
    return filled(
            Map.ofEntries(
                entry("style", STYLE),
                entry("style_sha256", Fingerprint.base64(STYLE.getBytes(UTF_8))),
                entry("order_ref", Html.text(evidence.completion().orderRef())),
                entry("headline", Headline.of(evidence.verdict(), kind).html()),
                entry("facts", Facts.html(evidence, timeStamp, certificates, root)),
                entry("text_title", textTitle(isTextSigned).html()),
                entry("text", ShownText.html(evidence.text())),
                entry("non_visible", nonVisible(evidence, isTextSigned)),
                entry("steps", StepRows.html(evidence.verdict())),
                entry("steps_note", StepRows.note(evidence.verdict())),
                entry("files", fingerprints(files))))
        .getBytes(UTF_8);
  }

  /**
   * Fills the template by splitting it, because replacing would read <code>{{</code> in a text as a
   * place.
   */
  private static String filled(Map<String, String> parts) {
    StringBuilder html = new StringBuilder();
    for (String piece : TEMPLATE.split("\\{\\{", -1)) {
      int end = piece.indexOf("}}");
      if (end < 0) {
        html.append(piece);
      } else {
        html.append(parts.get(piece.substring(0, end))).append(piece.substring(end + 2));
      }
    }
    return html.toString();
  }

  private static Words textTitle(boolean isSigned) {
    return isSigned
        ? new Words("Undertecknad text", "Signed text")
        : new Words(
            "Text som skulle undertecknas – det är inte styrkt att den undertecknades",
            "Text that was to be signed – it is not established that it was");
  }

  private static String nonVisible(Evidence evidence, boolean isSigned) {
    Words label =
        isSigned
            ? new Words("Undertecknades men visades inte:", "Signed but not shown:")
            : new Words("Skulle undertecknas men inte visas:", "Was to be signed but not shown:");
    return evidence
        .text()
        .nonVisible()
        .map(it -> it.length() <= SHOWN_NON_VISIBLE ? it : EvidencePackage.NON_VISIBLE)
        .map(it ->
            Html.element(
                "p",
                "data",
                label.html()
                    + " "
                    + Html.element("code", Html.text(it))
                    + " "
                    + binding(Binding.of(evidence)).html()))
        .orElse("");
  }

  private static Words binding(Binding binding) {
    return binding == Binding.BOUND
        ? new Words(
            "Raden knyter underskriften till process-id och deltagar-id ovan.",
            "This line binds the signature to the process ID and the participant ID above.")
        : new Words(
            "Det anslutna systemet har lämnat uppgifterna. De knyter inte underskriften till"
                + " process-id och deltagar-id ovan.",
            "The client system supplied this data. It does not bind the signature to the process"
                + " ID and the participant ID above.");
  }

  private static String fingerprints(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .map(file ->
            "<tr><th scope=\"row\"><a href=\"%1$s\">%1$s</a></th><td><code>%2$s</code></td></tr>"
                .formatted(file.getKey(), Fingerprint.hex(file.getValue())))
        .collect(Collectors.joining("\n"));
  }
}
