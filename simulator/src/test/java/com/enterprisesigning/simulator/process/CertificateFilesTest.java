package com.enterprisesigning.simulator.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.enterprisesigning.simulator.certificate.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that a simulator writes for its clients, in whatever language they are written. */
class CertificateFilesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  /** Made once for all tests, because RSA keys take long to make. */
  @TempDir private static Path directory;

  private static Certificates certificates;

  @BeforeAll
  static void firstRun() throws IOException {
    certificates = new CertificateFiles(directory).readOrCreate(NOW);
  }

  @Test
  void theNextRun_takesTheSameCertificates() throws IOException {
    assertEquals(certificates, new CertificateFiles(directory).readOrCreate(NOW.plusSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "client2", "blocked"})
  void theNextRun_hasTheSameClients(String name) throws Exception {
    X509Certificate before = certificate(name);

    new CertificateFiles(directory).readOrCreate(NOW.plusSeconds(1));

    assertEquals(before, certificate(name));
  }

  @Test
  void twoFirstRuns_atOnce_haveTheSameCertificates(@TempDir Path empty) throws Exception {
    Callable<Certificates> run = () -> new CertificateFiles(empty).readOrCreate(NOW);

    try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
      List<Future<Certificates>> runs = executor.invokeAll(List.of(run, run));

      assertEquals(runs.getFirst().get(), runs.getLast().get());
    }
  }

  @Test
  void aDirectory_withFilesOfSomebodyElse_isLeftAlone(@TempDir Path somebodyElses)
      throws IOException {
    Path key = Files.writeString(somebodyElses.resolve("client.p12"), "a key without a copy");
    CertificateFiles files = new CertificateFiles(somebodyElses);

    String message = assertThrows(IOException.class, () -> files.readOrCreate(NOW)).getMessage();

    assertEquals(
        key + " was not written by a simulator. Name an empty directory in CERTIFICATES_DIR.",
        message);
    assertEquals("a key without a copy", Files.readString(key));
    try (Stream<Path> all = Files.list(somebodyElses)) {
      assertEquals(List.of(key), all.toList());
    }
  }

  @Test
  void aFile_thatIsNotPkcs12_isNamed_withWhatToDo(@TempDir Path another) throws IOException {
    Files.writeString(another.resolve("simulator.p12"), "something else");
    CertificateFiles files = new CertificateFiles(another);

    String message = assertThrows(IOException.class, () -> files.readOrCreate(NOW)).getMessage();

    assertTrue(message.contains("simulator.p12: The file is not PKCS#12"), message);
    assertTrue(message.endsWith("Name an empty directory in CERTIFICATES_DIR."), message);
  }

  @Test
  void noTemporaryFile_isLeftOver() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      assertEquals(List.of(), all.filter(file -> file.toString().endsWith(".new")).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "client2", "blocked"})
  void aClient_hasItsKeyAsPem(String name) throws Exception {
    byte[] something = {1, 2, 3};

    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(new PemFiles(directory).key(name));
    signature.update(something);
    byte[] signed = signature.sign();
    signature.initVerify(certificate(name));
    signature.update(something);

    assertTrue(signature.verify(signed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "client2", "blocked"})
  void aClientsPkcs12_holdsItsCertificateAlone(String name) throws Exception {
    char[] passphrase = "qwerty123".toCharArray();
    KeyStore store = KeyStore.getInstance(directory.resolve(name + ".p12").toFile(), passphrase);

    List<String> aliases = Collections.list(store.aliases());

    assertEquals(1, aliases.size());
    assertEquals(
        List.of(certificate(name)), List.of(store.getCertificateChain(aliases.getFirst())));
  }

  @Test
  void theClients_areThreeRelyingParties() throws Exception {
    assertTrue(certificate("client").getSubjectX500Principal().getName().contains("CN=Simulated"));
    assertTrue(certificate("client2").getSubjectX500Principal().getName().contains("CN=Another"));
    assertTrue(certificate("blocked").getSubjectX500Principal().getName().contains("CN=Blocked"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"client.p12", "client-key.pem", "client2-key.pem", "simulator.p12"})
  void aFileWithAKey_isPrivateToItsOwner(String name) throws IOException {
    assumeTrue(
        directory.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "SKIPPED: this file system does not support owner permissions");
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))));
  }

  private X509Certificate certificate(String name) throws Exception {
    return new PemFiles(directory).certificate(name);
  }
}
