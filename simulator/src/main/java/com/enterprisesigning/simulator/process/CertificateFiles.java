package com.enterprisesigning.simulator.process;

import com.enterprisesigning.simulator.Simulator;
import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.certificate.ClientCertificate;
import com.enterprisesigning.simulator.order.RelyingParty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The certificates of a simulator in a directory: what its clients trust and present, and {@code
 * simulator.p12}, from which the next run takes the same ones. A file with a key in it can be read
 * by its owner alone, where the file system knows such a thing.
 */
final class CertificateFiles {
  private static final String EVERYTHING = "simulator.p12";
  private static final String PASSPHRASE = "simulator";

  private final Path directory;

  CertificateFiles(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  Path directory() {
    return directory;
  }

  /** Those of an earlier run, if there was one. */
  Optional<Certificates> earlier() throws IOException {
    Path file = directory.resolve(EVERYTHING);
    try {
      return Files.exists(file)
          ? Optional.of(Certificates.fromPkcs12(Files.readAllBytes(file), PASSPHRASE))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  void write(Simulator simulator) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("tls-root.pem"), simulator.tlsRootPem());
    Files.writeString(directory.resolve("signature-root.pem"), simulator.signatureRootPem());
    write("client", simulator.clientCertificate());
    write("client2", simulator.newClientCertificate("Another Relying Party"));
    write("blocked", simulator.newClientCertificate(RelyingParty.BLOCKED));
    writePrivate(EVERYTHING, simulator.certificates().toPkcs12(PASSPHRASE));
  }

  private void write(String name, ClientCertificate certificate) throws IOException {
    writePrivate(name + ".p12", certificate.pkcs12());
    Files.writeString(directory.resolve(name + ".pem"), certificate.certificatePem());
    writePrivate(name + "-key.pem", certificate.keyPem().getBytes(StandardCharsets.US_ASCII));
  }

  private void writePrivate(String name, byte[] content) throws IOException {
    Path file = directory.resolve(name);
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(file, content);
  }
}
