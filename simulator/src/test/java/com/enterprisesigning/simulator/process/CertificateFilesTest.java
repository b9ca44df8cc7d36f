package com.enterprisesigning.simulator.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.enterprisesigning.simulator.Simulator;
import com.enterprisesigning.simulator.SimulatorSettings;
import com.enterprisesigning.simulator.certificate.Certificates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a simulator writes for its clients, in whatever language they are. */
class CertificateFilesTest {
  private static final Certificates CERTIFICATES =
      Certificates.create(Instant.parse("2026-03-01T10:00:00Z"));

  @TempDir private Path directory;
  private Simulator simulator;
  private CertificateFiles files;

  @BeforeEach
  void write() throws IOException {
    simulator =
        Simulator.start(new SimulatorSettings(0, Clock.systemUTC(), Optional.of(CERTIFICATES)));
    files = new CertificateFiles(directory);
    files.write(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void theNextRun_takesTheSameCertificates() throws IOException {
    assertEquals(Optional.of(CERTIFICATES), files.earlier());
  }

  @Test
  void aDirectory_withoutAnEarlierRun_hasNone() throws IOException {
    assertEquals(Optional.empty(), new CertificateFiles(directory.resolve("new")).earlier());
  }

  @Test
  void anotherFile_inItsPlace_isNamed_withWhatToDo() throws IOException {
    Files.writeString(directory.resolve("simulator.p12"), "something else");

    String message = assertThrows(IOException.class, files::earlier).getMessage();

    assertTrue(message.contains("simulator.p12: "), message);
    assertTrue(message.endsWith("remove it, and start to make a new one."), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "client2", "blocked"})
  void aClient_hasItsKeyAsPem(String name) throws Exception {
    X509Certificate certificate = certificate(name);
    byte[] key =
        Base64.getMimeDecoder().decode(text(name + "-key.pem").replaceAll("-----[A-Z ]+-----", ""));
    PrivateKey privateKey =
        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));

    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(privateKey);
    signature.update(key);
    byte[] signed = signature.sign();
    signature.initVerify(certificate);
    signature.update(key);

    assertTrue(signature.verify(signed));
  }

  @Test
  void theClients_areThreeRelyingParties() throws Exception {
    assertTrue(certificate("client").getSubjectX500Principal().getName().contains("CN=Simulated"));
    assertTrue(certificate("client2").getSubjectX500Principal().getName().contains("CN=Another"));
    assertTrue(certificate("blocked").getSubjectX500Principal().getName().contains("CN=Blocked"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"client.p12", "client-key.pem", "client2-key.pem", "simulator.p12"})
  void aFileWithAKey_isItsOwnersAlone(String name) throws IOException {
    assumeTrue(
        directory.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "SKIPPED: this file system knows no owner's permissions");
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))));
  }

  private X509Certificate certificate(String name) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(text(name + ".pem").getBytes(StandardCharsets.US_ASCII)));
  }

  private String text(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }
}
