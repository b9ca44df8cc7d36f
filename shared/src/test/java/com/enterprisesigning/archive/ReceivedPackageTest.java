package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.SampleEvidence;
import com.enterprisesigning.evidence.SampleEvidence.Fault;
import com.enterprisesigning.evidence.TimeStamp;
import com.enterprisesigning.http.GetEvidenceCall;
import com.enterprisesigning.signing.FoundEvidence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A package is read back, and a file that is not a package is refused. */
class ReceivedPackageTest {
  private final Evidence evidence = SampleEvidence.genuine();
  @TempDir private Path directory;

  private byte[] packed() {
    return GetEvidenceCall.packageOf(
        new FoundEvidence(evidence, Optional.empty(), List.of("another")), SampleEvidence.roots());
  }

  private Path written() throws IOException {
    return Files.write(directory.resolve("evidence.zip"), packed());
  }

  private Path rewritten(Map<String, String> changes) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(written().toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    changes.forEach((name, text) -> files.put(name, text.getBytes(UTF_8)));
    Path changed = directory.resolve("changed.zip");
    try (OutputStream out = Files.newOutputStream(changed);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return changed;
  }

  @Test
  void package_isReadBack() throws Exception {
    ReceivedPackage received = ReceivedPackage.read(written());

    Evidence read = received.evidence();
    assertEquals(evidence.completion(), read.completion());
    assertEquals(evidence.text(), read.text());
    assertEquals(evidence.requirement(), read.requirement());
    assertEquals(evidence.signer(), read.signer());
    assertEquals(evidence.verdict(), read.verdict());
    assertEquals(evidence.order().endUserIp(), read.order().endUserIp());
    assertEquals(List.of("another"), received.otherOrders());
    assertTrue(received.root().orElseThrow().startsWith("-----BEGIN CERTIFICATE-----"));
    assertEquals(List.of(), received.changed());
  }

  /** Everything that a package says is read, so this release writes the same again. */
  @ParameterizedTest
  @EnumSource
  void package_isWrittenAgain_withTheSameBytes(Fault fault) throws Exception {
    Evidence any = SampleEvidence.of(fault);
    TimeStamp stamp = new TimeStamp("dG9rZW4=", any.storedAt(), "CN=Authority");
    byte[] written =
        GetEvidenceCall.packageOf(
            new FoundEvidence(any, Optional.of(stamp), List.of("another")), SampleEvidence.roots());

    ReceivedPackage received =
        ReceivedPackage.read(Files.write(directory.resolve("evidence.zip"), written));

    assertArrayEquals(
        written,
        GetEvidenceCall.packageOf(
            new FoundEvidence(received.evidence(), received.timeStamp(), received.otherOrders()),
            SampleEvidence.roots()));
  }

  @Test
  void otherFiles_areTold_byWhetherAnotherReleaseMayHaveWrittenThem() throws Exception {
    ReceivedPackage received =
        ReceivedPackage.read(
            rewritten(
                Map.of(
                    "report.html", "of tomorrow",
                    "added.txt", "added",
                    "certificates/2-ca.pem", "another",
                    "evidence.json",
                        json("{", "{\"tomorrow\":true,").replace("100 000 kr", "900 000 kr"))));

    assertEquals(
        new PackageDifferences(
            List.of("certificates/2-ca.pem", "added.txt", "evidence.json (user_visible_data)"),
            List.of("report.html", "evidence.json")),
        PackageDifferences.between(received.files(), packed()));
  }

  private String json(String from, String to) throws IOException {
    return new String(ReceivedPackage.read(written()).files().get("evidence.json"), UTF_8)
        .replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.html", "user_visible_data.txt", "ocsp.der", "added.txt"})
  void changedFile_isNamed(String name) throws Exception {
    assertEquals(List.of(name), ReceivedPackage.read(rewritten(Map.of(name, "changed"))).changed());
  }

  @Test
  void signatureFile_isNamed_ifTheSumsFitItButTheEvidenceDoesNot() throws Exception {
    Path changed =
        rewritten(
            Map.of(
                "signature.xml",
                "changed",
                "SHA256SUMS",
                Fingerprint.hex("changed".getBytes(UTF_8)) + "  signature.xml\n"));

    assertTrue(ReceivedPackage.read(changed).changed().contains("signature.xml"));
  }

  @Test
  void missingFile_isNamed() throws Exception {
    Path changed = rewritten(Map.of("SHA256SUMS", "00  lost.txt\n"));

    assertTrue(ReceivedPackage.read(changed).changed().contains("lost.txt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"personal_number\":\"189001019800\",\"user_visible_data_format\":\"PLAINTEXT\"}",
        "{\"personal_number\":\"189001019802\",\"user_visible_data_format\":\"HTML\"}",
        "{\"personal_number\":189001019802}",
        "[]",
        "no JSON"
      })
  void registration_isRefused_ifItIsNotOurs(String registration) {
    assertThrows(
        IOException.class,
        () -> ReceivedPackage.read(rewritten(Map.of("registration.json", registration))));
  }

  @Test
  void otherZip_isRefused_bySayingWhatIsMissing() throws Exception {
    Path zip = directory.resolve("other.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("readme.txt"));
    }

    IOException refusal = assertThrows(IOException.class, () -> ReceivedPackage.read(zip));

    assertEquals(
        "It has no evidence.json, so it is not an evidence package.", refusal.getMessage());
  }

  @Test
  void hugeZip_isRefused_withoutReadingAll() throws Exception {
    Path changed = rewritten(Map.of("user_visible_data.txt", "0".repeat(20_000_001)));

    IOException refusal = assertThrows(IOException.class, () -> ReceivedPackage.read(changed));

    assertEquals("It is larger than any evidence package.", refusal.getMessage());
  }

  @Test
  void otherFile_isRefused() throws Exception {
    Path file = Files.writeString(directory.resolve("evidence.zip"), "{}");

    assertThrows(IOException.class, () -> ReceivedPackage.read(file));
    assertThrows(IOException.class, () -> ReceivedPackage.read(directory.resolve("none.zip")));
  }
}
