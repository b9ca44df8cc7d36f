package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.ContainedCertificates;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.SampleEvidence;
import com.enterprisesigning.evidence.SampleEvidence.Fault;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.evidence.VerificationStep;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the report says, and that nothing in it can act. */
class ReportTest {
  private static final String HOSTILE =
      "<script>alert(1)</script>&\"'<img src=x onerror=y>{{style}}";
  private static final String ESCAPED =
      "&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;&lt;img src=x onerror=y&gt;{{style}}";

  private final Evidence genuine = SampleEvidence.genuine();

  private static final TimeStamp STAMP =
      new TimeStamp("dG9rZW4=", Instant.parse("2026-11-23T12:01:35Z"), "CN=<Authority>");

  private static String html(Evidence evidence) {
    return html(evidence, Optional.of(SampleEvidence.root()));
  }

  private static String html(Evidence evidence, Optional<X509Certificate> root) {
    return html(evidence, root, RootKind.of(root));
  }

  private static String html(Evidence evidence, Optional<X509Certificate> root, RootKind kind) {
    return new String(
        Report.html(
            evidence,
            Optional.of(STAMP),
            ContainedCertificates.of(evidence.completion(), evidence.storedAt()),
            root,
            kind,
            Map.of("signature.xml", new byte[] {1})),
        UTF_8);
  }

  private static String firstLine(String html) {
    return html.substring(html.indexOf("<h1>"), html.indexOf("</h1>"));
  }

  @Test
  void facts_nameTheTimeStamp_andItsAuthority() {
    String html = html(genuine);

    assertTrue(html.contains("2026-11-23 13:01:35 Swedish time"), html);
    assertTrue(html.contains("(2026-11-23 12:01:35 UTC), CN=&lt;Authority&gt;"), html);
  }

  @Test
  void verdict_saysThatASandboxsSignatureBindsNobody() {
    String html = html(genuine);

    assertTrue(html.contains("class=\"verdict trial\""), html);
    assertTrue(firstLine(html).contains("Test signature, not made with BankID"), html);
    assertTrue(html.contains("CN=Root CA v1"), "the root");
  }

  @ParameterizedTest
  @CsvSource({
    "PRODUCTION, 'class=\"verdict passed\"', verified and accepted",
    "NONE, 'class=\"verdict trial\"', cannot be traced to BankID",
    "TEST, 'class=\"verdict trial\"', Test signature from BankID’s test environment"
  })
  void verdict_saysWhatTheRootMakesItWorth(RootKind kind, String style, String words) {
    String html = html(genuine, Optional.of(SampleEvidence.root()), kind);

    assertTrue(html.contains(style), html);
    assertTrue(firstLine(html).contains(words), firstLine(html));
  }

  @Test
  void falseSignature_saysSoInTheFirstLine_whateverItsRoot() {
    for (Optional<X509Certificate> root :
        List.of(Optional.of(SampleEvidence.root()), Optional.<X509Certificate>empty())) {
      String html = html(SampleEvidence.of(Fault.OTHER_TEXT), root);

      assertTrue(html.contains("class=\"verdict failed\""), html);
      assertEquals(
          "<h1>Underskriften godkändes INTE"
              + " <span lang=\"en\" class=\"always\">The signature did NOT pass verification</span>",
          firstLine(html));
      assertTrue(html.contains("The visible text is not the text that was sent."), html);
      assertTrue(
          html.contains("Den undertecknade synliga texten är inte den som skickades."), html);
      assertTrue(html.contains("Text that was to be signed"), "nobody signed the shown text");
      assertFalse(html.contains("Signed text"), html);
    }
  }

  @Test
  void verdict_isBeforeEverythingElseThatIsRead() {
    String html = html(genuine);

    assertEquals(html.indexOf("<main>"), html.indexOf("<header") - "<main>\n".length());
  }

  @Test
  void everyStep_hasItsMeaning_inBothLanguages() {
    for (String step : SampleEvidence.steps()) {
      Words meaning = StepMeaning.of(new VerificationStep(step, true, Optional.empty()));
      assertFalse(meaning.swedish().isBlank(), step);
      assertFalse(meaning.english().isBlank(), step);
      assertTrue(html(genuine).contains("<code>" + step + "</code>"), step);
    }
  }

  @Test
  void report_saysWhoAndWhenAndHow() {
    String html = html(genuine);

    assertTrue(html.contains("Karin Öberg, 189001019802"), html);
    assertTrue(
        html.contains("<b>Bank of the tests</b>"), "the company that the app named to the signer");
    assertTrue(html.contains("<code>cn=The tests,o=Bank of the tests,c=SE</code>"), html);
    assertTrue(html.contains("2026-11-23 13:00:00 svensk tid"), html);
    assertTrue(html.contains("2026-11-23 12:00:00 UTC"), html);
    assertTrue(html.contains("med QR-kod eller i BankID-appen på samma enhet"), html);
    assertTrue(html.contains("192.0.2.7"), html);
    assertTrue(html.contains(genuine.text().visible()), html);
    assertTrue(html.contains("serialNumber=189001019802"), html);
    assertTrue(
        html.contains("<code>" + Fingerprint.hex(new byte[] {1}) + "</code>"), "a fingerprint");
  }

  @Test
  void report_saysThatTheTimeIsNotShown_ifNoResponderVouchesForIt() {
    String html = html(SampleEvidence.of(Fault.OTHER_ROOT), Optional.empty());

    assertTrue(html.contains("the time of signing is not established"), html);
    assertFalse(html.contains("<span lang=\"en\">Time of signing</span>"), html);
  }

  @Test
  void company_isNotEstablished_ifTheSignatureIsBroken() {
    String signed = ", <span lang=\"sv\">enligt underskriften</span>";
    String broken = ", <span lang=\"sv\">ej styrkt</span>";

    assertTrue(html(genuine).contains(signed));
    assertTrue(html(SampleEvidence.of(Fault.OTHER_KEY)).contains(broken));
  }

  @Test
  void company_isTheOneThatTheAppNamed_evenIfItIsNotOurs() {
    String html = html(SampleEvidence.of(Fault.OTHER_RELYING_PARTY));

    assertTrue(html.contains("<b>Another</b>"), html);
    assertTrue(
        html.contains("Steg med anmärkning: RELYING_PARTY"), "the first lines name the step");
  }

  @Test
  void company_isNeverHtml() {
    String html = html(SampleEvidence.of(Fault.HOSTILE_RELYING_PARTY));

    assertFalse(html.contains("<script"), html);
    assertTrue(html.contains("<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>"), html);
  }

  @Test
  void company_isSaidToBeUnreadable_ifTheSignatureIsNotXml() {
    Completion completion = genuine.completion();
    Evidence evidence =
        SampleEvidence.of(
            new Completion(
                completion.raw(),
                completion.orderRef(),
                completion.user(),
                completion.device(),
                "no base64!",
                completion.ocspResponse()),
            genuine.text(),
            new Verdict(List.of(), Optional.empty()),
            Channel.START,
            Optional.empty());

    assertTrue(html(evidence).contains("går inte att läsa i underskriften"));
  }

  @Test
  void brokenSignature_saysOnce_thatStepsDependOnIt() {
    String html = html(SampleEvidence.of(Fault.OTHER_KEY));

    assertTrue(
        html.contains(
            "<p><span lang=\"sv\">Underskriften bör inte läggas till grund för något. Underkänt steg: XML_SIGNATURE</span>"),
        html);
    assertTrue(
        html.contains("<tr class=\"dependent\"><td><span lang=\"sv\">Ej prövat</span>"), html);
    assertEquals(2, html.split("could not be checked", -1).length, html);
    assertFalse(html(genuine).contains("could not be checked"));
  }

  @ParameterizedTest
  @CsvSource({
    "low, 2020-02-01Z, låg",
    "moderate, 2020-02-01+01:00, måttlig",
    "high, 2020-02-01, hög"
  })
  void assessment_isInSwedish_andItsDateHasNoOffset(String risk, String issued, String swedish) {
    Completion completion = genuine.completion();
    String answer =
        "{\"completionData\":{\"risk\":\"%s\",\"bankIdIssueDate\":\"%s\"}}".formatted(risk, issued);
    Evidence evidence =
        SampleEvidence.of(
            new Completion(
                answer,
                completion.orderRef(),
                completion.user(),
                completion.device(),
                completion.signature(),
                completion.ocspResponse()),
            genuine.text(),
            genuine.verdict(),
            Channel.START,
            Optional.empty());

    String html = html(evidence);

    assertTrue(html.contains("<span lang=\"sv\">" + swedish + "</span>"), html);
    assertTrue(html.contains("<span lang=\"en\">" + risk + "</span>"), html);
    assertTrue(html.contains("<dd>2020-02-01</dd>"), html);
  }

  @Test
  void unknownDetail_isShownInEnglish_whateverTheLanguage() {
    Verdict later =
        new Verdict(
            List.of(new VerificationStep("LATER_STEP", false, Optional.of("A <later> reason."))),
            Optional.empty());
    Evidence evidence =
        SampleEvidence.of(
            genuine.completion(), genuine.text(), later, Channel.START, Optional.empty());

    assertTrue(
        html(evidence)
            .contains(
                "<strong><span lang=\"en\" class=\"always\">A &lt;later&gt; reason.</span></strong>"));
  }

  @Test
  void page_namesItsLanguages() {
    String html = html(genuine);

    assertTrue(html.contains("<html lang=\"sv\">"), html);
    assertTrue(html.contains("<title>Underskrift · Signature 131daac9-"), html);
    assertTrue(html.contains("<div class=\"signed\" lang=\"\""), "the text may be in any language");
  }

  @Test
  void textFromOutside_isNeverHtml_norAPlaceOfTheTemplate() {
    Completion completion = genuine.completion();
    Evidence evidence =
        SampleEvidence.of(
            new Completion(
                completion.raw(),
                HOSTILE,
                new Completion.Signer(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
                new Completion.Device(HOSTILE, Optional.of(HOSTILE)),
                completion.signature(),
                completion.ocspResponse()),
            new SigningText(
                HOSTILE + "\n\n# " + HOSTILE + "\n- " + HOSTILE,
                SigningText.Format.SIMPLE_MARKDOWN_V1,
                Optional.of(HOSTILE)),
            genuine.verdict(),
            Channel.PHONE,
            Optional.empty());

    String html = html(evidence);

    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("<img"), html);
    // Title, name, number, address, order, text three times, and the data that is not shown.
    assertEquals(9, html.split(Pattern.quote(ESCAPED), -1).length - 1, html);
    assertTrue(html.contains("under ett telefonsamtal"), html);
  }

  @Test
  void policy_allowsNothingButTheStyle() {
    String html = html(genuine);
    String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));

    assertTrue(
        html.contains(
            "content=\"default-src 'none'; style-src 'sha256-"
                + Fingerprint.base64(style.getBytes(UTF_8))
                + "'; base-uri 'none'; form-action 'none'\""),
        html);
    assertFalse(html.contains("://"), "an address of another host");
  }
}
