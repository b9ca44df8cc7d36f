package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.domain.Completion;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.SampleEvidence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package is read back, and a file that is not a package is refused. */
class ReceivedPackageTest {
  private final Evidence evidence = SampleEvidence.genuine();
  @TempDir private Path directory;

  private Path written() throws IOException {
    Completion completion = evidence.completion();
    String answer =
        """
        {"order_ref":"%s","signature":"%s","ocsp_response":"%s",\
        "user":{"personal_number":"%s","name":"Karin Öberg","given_name":"Karin",\
        "surname":"Öberg"},"device":{"ip_address":"192.0.2.1"},"verification":[\
        {"step":"RELYING_PARTY","passed":false,"reported":true},\
        {"step":"REQUIREMENT","passed":true}]}\
        """
            .formatted(
                completion.orderRef(),
                completion.signature(),
                completion.ocspResponse(),
                completion.user().personalNumber());
    Path zip = directory.resolve("evidence.zip");
    Files.write(
        zip,
        EvidencePackage.of(
            evidence, Optional.empty(), answer.getBytes(UTF_8), SampleEvidence.roots()));
    return zip;
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

    assertEquals(evidence.completion(), received.completion());
    assertEquals(evidence.text(), received.text());
    assertEquals(evidence.requirement(), received.requirement());
    assertEquals(evidence.signer(), received.signer());
    assertTrue(received.root().orElseThrow().startsWith("-----BEGIN CERTIFICATE-----"));
    assertEquals(List.of(), received.changed());
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
