package com.enterprisesigning.simulator.process;

import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.certificate.ClientCertificate;
import com.enterprisesigning.simulator.certificate.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The certificate files of a simulator in a directory: the files that its clients trust and
 * present, and {@code simulator.p12}, from which the next run reads the same certificates. Each
 * file appears only when it is complete. It is private to its owner if the file system supports
 * that.
 */
final class CertificateFiles {
  private static final String ALL_KEYS = "simulator.p12";
  private static final String PASSPHRASE = "simulator";

  private final Path directory;

  CertificateFiles(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  Path directory() {
    return directory;
  }

  /**
   * Returns the certificates of an earlier run, or makes new ones, which the next run reads. The
   * files of all clients exist when this method returns.
   *
   * @throws IOException if files cannot be written, or the directory has files that are not a
   *     simulator's
   */
  Certificates readOrCreate(Instant now) throws IOException {
    try {
      Files.createDirectories(directory);
      Optional<Certificates> earlier = read();
      Certificates certificates = earlier.isPresent() ? earlier.get() : create(now);
      for (Map.Entry<String, byte[]> file : clientFiles(certificates).entrySet()) {
        write(file.getKey(), file.getValue(), StandardCopyOption.ATOMIC_MOVE);
      }
      return certificates;
    } catch (FileSystemException e) {
      throw new IOException(
          "CERTIFICATES_DIR=%s cannot be written (%s). Name another directory."
              .formatted(directory, e.getClass().getSimpleName()),
          e);
    }
  }

  private Optional<Certificates> read() throws IOException {
    Path file = directory.resolve(ALL_KEYS);
    try {
      return Files.exists(file)
          ? Optional.of(Certificates.fromPkcs12(Files.readAllBytes(file), PASSPHRASE))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "%s: %s Name an empty directory in CERTIFICATES_DIR.".formatted(file, e.getMessage()), e);
    }
  }

  private Certificates create(Instant now) throws IOException {
    Certificates created = Certificates.create(now);
    refuseFilesOfOthers(clientFiles(created).keySet());
    try {
      write(ALL_KEYS, created.toPkcs12(PASSPHRASE));
    } catch (FileAlreadyExistsException e) {
      // Another simulator has started here meanwhile. This one uses the same certificates.
    }
    return read().orElseThrow();
  }

  /**
   * Refuses a directory that has client files but no {@code simulator.p12}. A simulator writes that
   * file first.
   */
  private void refuseFilesOfOthers(Set<String> names) throws IOException {
    for (String name : names) {
      Path file = directory.resolve(name);
      if (Files.exists(file) && Files.notExists(directory.resolve(ALL_KEYS))) {
        throw new IOException(
            file + " was not written by a simulator. Name an empty directory in CERTIFICATES_DIR.");
      }
    }
  }

  private static Map<String, byte[]> clientFiles(Certificates certificates) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("tls-root.pem", ascii(Pem.of(certificates.tls().root())));
    files.put("signature-root.pem", ascii(Pem.of(certificates.signature().root())));
    add(files, "client", certificates.clientCertificate());
    add(files, "client2", certificates.anotherClientCertificate());
    add(files, "blocked", certificates.blockedClientCertificate());
    return files;
  }

  private static void add(Map<String, byte[]> files, String name, ClientCertificate certificate) {
    files.put(name + ".p12", certificate.pkcs12());
    files.put(name + ".pem", ascii(certificate.certificatePem()));
    files.put(name + "-key.pem", ascii(certificate.keyPem()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void write(String name, byte[] content, CopyOption... options) throws IOException {
    Path temporary = Files.createTempFile(directory, name, ".new");
    try {
      Files.write(temporary, content);
      Files.move(temporary, directory.resolve(name), options);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
