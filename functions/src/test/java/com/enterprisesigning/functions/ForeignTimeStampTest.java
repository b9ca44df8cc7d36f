package com.enterprisesigning.functions;

import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Forgery;
import com.enterprisesigning.evidence.SampleEvidence;
import com.enterprisesigning.timestamp.SampleTimeStamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages whose time stamp was made by OpenSSL, in forms that authorities differ in. */
class ForeignTimeStampTest {
  private final Evidence evidence = Forgery.NONE.evidence();
  @TempDir private Path directory;

  @BeforeEach
  void toolsAreThere() throws Exception {
    UnpackedPackage.requireTools();
  }

  /** Some tokens name their whole chain, and others nothing but the signer's certificate. */
  @ParameterizedTest
  @ValueSource(strings = {"root", "ca"})
  void package_passes_withAndWithoutTheCertificateThatIsTrusted(String trusted) throws Exception {
    SampleTimeStamp stamp = stamp(trusted);
    UnpackedPackage unpacked = unpacked(stamp);
    Path root = UnpackedPackage.pem(directory.resolve("root.pem"), SampleEvidence.root());
    Path authority = UnpackedPackage.pem(directory.resolve("tsa.pem"), stamp.root());

    unpacked.script("--root", root, "--tsa", authority).assertPrints(0, "ok      TIME_STAMP: ");
    unpacked.script("--root", root).assertPrints(0, "note    TIME_STAMP: an authority says");
    unpacked.command(List.of("--tsa", authority), root).assertPrints(0, "TIME_STAMP: PASSED ");
  }

  @Test
  void package_fails_withTheReason_underTheCaOfATokenThatNamesItsRoot() throws Exception {
    SampleTimeStamp stamp = stamp("root");
    Path root = UnpackedPackage.pem(directory.resolve("root.pem"), SampleEvidence.root());

    unpacked(stamp)
        .script("--root", root, "--tsa", directory.resolve("openssl/ca.pem"))
        .assertPrints(1, "the time stamp does not verify: ess cert id not found");
  }

  private SampleTimeStamp stamp(String trusted) throws Exception {
    return SampleTimeStamp.ofOpenssl(
        evidence, Files.createDirectory(directory.resolve("openssl")), trusted);
  }

  private UnpackedPackage unpacked(SampleTimeStamp stamp) throws Exception {
    return UnpackedPackage.of(
        directory, evidence, Optional.of(stamp.timeStamp()), SampleEvidence.roots());
  }
}
