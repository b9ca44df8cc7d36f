package com.enterprisesigning.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.enterprisesigning.evidence.ContainedCertificates;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.evidence.StampedText;
import com.enterprisesigning.evidence.TimeStamp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Evidence as one zip that stands alone ({@code docs/evidence.md#the-package}). The same evidence
 * gives the same bytes: the entries have a fixed order, the time at which the evidence was stored,
 * and no compression, because compressed bytes differ from one zlib to another.
 */
public final class EvidencePackage {
  static final String SIGNATURE = "signature.xml";
  static final String OCSP = "ocsp.der";
  static final String EVIDENCE = "evidence.json";
  static final String REGISTRATION = "registration.json";
  static final String BANKID_ANSWER = "bankid-answer.json";
  static final String VISIBLE = "user_visible_data.txt";
  static final String NON_VISIBLE = "user_non_visible_data.txt";
  static final String ROOT = "certificates/root.pem";
  static final String REPORT = "report.html";
  static final String SCRIPT = "verify.sh";
  static final String VALIDATION = "validation-report.json";
  static final String SUMS = "SHA256SUMS";

  private EvidencePackage() {}

  /**
   * Writes the package.
   *
   * @param timeStamp its time stamp, if there is one
   * @param answer the evidence call's JSON, which becomes a file of the package
   * @param roots the roots that the service trusts; the one that the certificates lead to becomes a
   *     file too
   */
  public static byte[] of(
      Evidence evidence, Optional<TimeStamp> timeStamp, byte[] answer, SignatureRoots roots) {
    ContainedCertificates certificates =
        ContainedCertificates.of(evidence.completion(), evidence.storedAt());
    Optional<X509Certificate> root =
        certificates.path().isEmpty()
            ? Optional.empty()
            : roots.issuerOf(certificates.path().getLast());
    Map<String, byte[]> files = files(evidence, timeStamp, answer, certificates, root);
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(REPORT, Report.html(evidence, timeStamp, certificates, root, RootKind.of(root), files));
    all.putAll(files);
    all.put(SUMS, sums(all));
    return zip(all, evidence.storedAt());
  }

  /** Returns all files except the report and the sums, in order. */
  private static Map<String, byte[]> files(
      Evidence evidence,
      Optional<TimeStamp> timeStamp,
      byte[] answer,
      ContainedCertificates certificates,
      Optional<X509Certificate> root) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(SCRIPT, Resource.bytes("verify.sh"));
    files.put(SIGNATURE, Decoded.of(evidence.completion().signature()));
    files.put(OCSP, Decoded.of(evidence.completion().ocspResponse()));
    files.put(VISIBLE, evidence.text().visible().getBytes(UTF_8));
    evidence.text().nonVisible().ifPresent(it -> files.put(NON_VISIBLE, it.getBytes(UTF_8)));
    files.put(REGISTRATION, Documents.registration(evidence));
    files.put(VALIDATION, Documents.validationReport(evidence));
    files.put(EVIDENCE, answer);
    if (!evidence.completion().raw().isEmpty()) {
      files.put(BANKID_ANSWER, evidence.completion().raw().getBytes(UTF_8));
    }
    timeStamp.ifPresent(stamp -> {
      files.put("stamped.txt", StampedText.of(evidence).text().getBytes(UTF_8));
      files.put("stamp.tst", Decoded.of(stamp.token()));
    });
    List<X509Certificate> path = certificates.path();
    for (int i = 0; i < path.size(); i++) {
      files.put("certificates/" + (i + 1) + (i == 0 ? "-signer.pem" : "-ca.pem"), pem(path.get(i)));
    }
    certificates.responder().ifPresent(it -> files.put("certificates/ocsp-responder.pem", pem(it)));
    root.ifPresent(it -> files.put(ROOT, pem(it)));
    return files;
  }

  /** Lists all files for {@code sha256sum -c}. */
  private static byte[] sums(Map<String, byte[]> files) {
    StringBuilder sums = new StringBuilder();
    files.forEach(
        (name, file) -> sums.append(Fingerprint.hex(file)).append("  ").append(name).append('\n'));
    return sums.toString().getBytes(UTF_8);
  }

  private static byte[] pem(X509Certificate certificate) {
    try {
      return ("-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'})
                  .encodeToString(certificate.getEncoded())
              + "\n-----END CERTIFICATE-----\n")
          .getBytes(UTF_8);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read from DER has no DER", e);
    }
  }

  private static byte[] zip(Map<String, byte[]> files, Instant at) {
    // A zip has local times. Always UTC, so that the machine's time zone changes nothing.
    LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(entry(file.getKey(), file.getValue(), time));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a zip in memory could not be written", e);
    }
    return bytes.toByteArray();
  }

  private static ZipEntry entry(String name, byte[] file, LocalDateTime time) {
    CRC32 crc = new CRC32();
    crc.update(file);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(file.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(time);
    return entry;
  }
}
