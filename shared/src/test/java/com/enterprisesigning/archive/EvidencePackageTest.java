package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.Channel;
import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.domain.SigningText;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.SampleEvidence;
import com.enterprisesigning.evidence.SampleEvidence.Fault;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.evidence.Verdict;
import com.enterprisesigning.signing.LargestCompletion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateFactory;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a package contains. {@code verify.sh} itself is tested against a whole run. */
class EvidencePackageTest {
  private static final byte[] ANSWER = "{\"verified\":true}".getBytes(UTF_8);

  /** Lambda's limit for an answer; its JSON holds the package as base64. */
  private static final int LAMBDA_BYTES = 6 * 1024 * 1024;

  private final Evidence genuine = SampleEvidence.genuine();

  private static byte[] zip(Evidence evidence) {
    return EvidencePackage.of(evidence, Optional.empty(), ANSWER, SampleEvidence.roots());
  }

  private static Map<String, byte[]> files(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), UTF_8);
  }

  @Test
  void package_hasEveryFile_inOrder() throws Exception {
    assertEquals(
        List.of(
            "report.html",
            "verify.sh",
            "signature.xml",
            "ocsp.der",
            "user_visible_data.txt",
            "user_non_visible_data.txt",
            "registration.json",
            "validation-report.json",
            "evidence.json",
            "bankid-answer.json",
            "certificates/1-signer.pem",
            "certificates/2-ca.pem",
            "certificates/3-ca.pem",
            "certificates/ocsp-responder.pem",
            "certificates/root.pem",
            "SHA256SUMS"),
        List.copyOf(files(zip(genuine)).keySet()));
  }

  @Test
  void package_hasTheTimeStamp_andTheTextThatItCovers() throws Exception {
    TimeStamp stamp = new TimeStamp("dG9rZW4=", genuine.storedAt(), "CN=Authority");

    Map<String, byte[]> files =
        files(EvidencePackage.of(genuine, Optional.of(stamp), ANSWER, SampleEvidence.roots()));

    assertEquals("token", text(files, "stamp.tst"));
    StringBuilder covered = new StringBuilder();
    for (String name :
        List.of(
            "signature.xml", "ocsp.der", "user_visible_data.txt", "user_non_visible_data.txt")) {
      covered.append(Fingerprint.hex(files.get(name))).append("  ").append(name).append('\n');
    }
    assertEquals(covered.toString(), text(files, "stamped.txt"));
  }

  @Test
  void files_areWhatBankIdSent_byteForByte() throws Exception {
    Map<String, byte[]> files = files(zip(genuine));

    Completion completion = genuine.completion();
    assertArrayEquals(
        Base64.getDecoder().decode(completion.signature()), files.get("signature.xml"));
    assertArrayEquals(Base64.getDecoder().decode(completion.ocspResponse()), files.get("ocsp.der"));
    assertEquals(completion.raw(), text(files, "bankid-answer.json"));
    assertEquals(genuine.text().visible(), text(files, "user_visible_data.txt"));
    assertEquals(
        genuine.text().nonVisible().orElseThrow(), text(files, "user_non_visible_data.txt"));
    assertArrayEquals(ANSWER, files.get("evidence.json"));
    assertEquals(
        SampleEvidence.root(),
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(files.get("certificates/root.pem"))));
  }

  @Test
  void sums_areOfEveryOtherFile() throws Exception {
    Map<String, byte[]> files = files(zip(genuine));
    StringBuilder sums = new StringBuilder();
    files.forEach((name, file) -> {
      if (!name.equals("SHA256SUMS")) {
        sums.append(Fingerprint.hex(file)).append("  ").append(name).append('\n');
      }
    });

    assertEquals(sums.toString(), text(files, "SHA256SUMS"));
  }

  /** A zip has local times, and a report could have a locale's. */
  @Test
  @ResourceLock(Resources.TIME_ZONE)
  void sameEvidence_givesTheSameBytes_onAnyMachine() throws Exception {
    byte[] here = zip(genuine);
    TimeZone before = TimeZone.getDefault();
    byte[] there;
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      there = zip(genuine);
    } finally {
      TimeZone.setDefault(before);
    }

    assertArrayEquals(here, there);
    List<LocalDateTime> times = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(here))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        times.add(entry.getTimeLocal());
        assertEquals(ZipEntry.STORED, entry.getMethod());
      }
    }
    assertEquals(
        List.of(LocalDateTime.parse("2026-11-23T12:00:00")), times.stream().distinct().toList());
  }

  @Test
  void package_hasNoRoot_ifTheCertificatesLeadToNone() throws Exception {
    Map<String, byte[]> files =
        files(EvidencePackage.of(genuine, Optional.empty(), ANSWER, SampleEvidence.otherRoots()));

    assertFalse(files.containsKey("certificates/root.pem"), files.keySet().toString());
    assertTrue(files.containsKey("certificates/3-ca.pem"));
  }

  @Test
  void package_hasNoFile_ofWhatIsNotThere() throws Exception {
    Evidence evidence =
        SampleEvidence.of(
            withRaw(genuine.completion(), ""),
            new SigningText("I sign.", SigningText.Format.PLAINTEXT, Optional.empty()),
            genuine.verdict(),
            Channel.PHONE,
            Optional.empty());

    Map<String, byte[]> files = files(zip(evidence));

    assertFalse(files.containsKey("bankid-answer.json"), "BankID's answer was too large to keep");
    assertFalse(files.containsKey("user_non_visible_data.txt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no base64!", "bm8geG1s", "PGE+PC9hPg=="})
  void package_isWritten_ofAnythingThatBankIdSent(String anything) throws Exception {
    Completion completion = genuine.completion();
    Evidence evidence =
        SampleEvidence.of(
            new Completion(
                completion.raw(),
                completion.orderRef(),
                completion.user(),
                completion.device(),
                anything,
                anything),
            genuine.text(),
            new Verdict(List.of(), Optional.empty()),
            Channel.START,
            Optional.empty());

    Map<String, byte[]> files = files(zip(evidence));

    assertArrayEquals(Decoded.of(anything), files.get("signature.xml"));
    assertFalse(files.containsKey("certificates/1-signer.pem"));
    assertFalse(files.containsKey("certificates/root.pem"));
    assertFalse(files.containsKey("certificates/ocsp-responder.pem"));
  }

  @Test
  void validationReport_hasAnEntryForEachStep() throws Exception {
    String report = text(files(zip(SampleEvidence.of(Fault.OTHER_TEXT))), "validation-report.json");

    assertTrue(
        report.startsWith(
            "{\"indication\":\"INDETERMINATE\",\"sub_indication\":\"SIG_CONSTRAINTS_FAILURE\","),
        report);
    assertTrue(
        report.contains(
            "{\"step\":\"SIGNED_TEXT\",\"status\":\"FAILED\",\"indication\":\"INDETERMINATE\","
                + "\"sub_indication\":\"SIG_CONSTRAINTS_FAILURE\",\"detail\":\"The visible text is"
                + " not the text that was sent.\"}"),
        report);
    assertTrue(
        report.contains(
            "{\"step\":\"SIGNER\",\"status\":\"PASSED\",\"indication\":\"TOTAL-PASSED\"}"),
        report);
  }

  @Test
  void largestPackage_fitsIntoAnAnswerOfLambda() {
    LargestCompletion largest = LargestCompletion.ofIncompressibleText("\\/");
    // Each character of these texts takes six in the JSON or in the report.
    SigningText worst =
        new SigningText(
            "'".repeat(30_000), SigningText.Format.PLAINTEXT, Optional.of("\1".repeat(150_000)));
    byte[] answer = new byte[largest.completion().signature().length() + 6 * 150_000 + 60_000];
    Evidence evidence =
        SampleEvidence.of(
            largest.completion(), worst, genuine.verdict(), Channel.START, Optional.empty());

    byte[] zip = EvidencePackage.of(evidence, Optional.empty(), answer, SampleEvidence.roots());

    int base64 = Base64.getEncoder().encode(zip).length;
    assertTrue(base64 < LAMBDA_BYTES * 3 / 4, zip.length + " bytes, " + base64 + " as base64");
  }

  private static Completion withRaw(Completion completion, String raw) {
    return new Completion(
        raw,
        completion.orderRef(),
        completion.user(),
        completion.device(),
        completion.signature(),
        completion.ocspResponse());
  }
}
