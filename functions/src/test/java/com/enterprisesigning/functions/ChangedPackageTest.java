package com.enterprisesigning.functions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enterprisesigning.evidence.CertificateSpec;
import com.enterprisesigning.evidence.Evidence;
import com.enterprisesigning.evidence.Forgery;
import com.enterprisesigning.evidence.SampleEvidence;
import com.enterprisesigning.evidence.SampleEvidence.Fault;
import com.enterprisesigning.functions.UnpackedPackage.Result;
import com.enterprisesigning.timestamp.SampleTimeStamp;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A genuine package of which something was changed: {@code verify.sh} and the operator's command
 * both say what.
 */
class ChangedPackageTest {
  private final Evidence evidence = Forgery.NONE.evidence();
  private final SampleTimeStamp stamp = SampleTimeStamp.of(evidence);
  private UnpackedPackage unpacked;
  private Path root;
  private Path authority;
  @TempDir private Path directory;

  @BeforeEach
  void unpack() throws Exception {
    UnpackedPackage.requireTools();
    unpacked = of(evidence, stamp);
    root = UnpackedPackage.pem(directory.resolve("root.pem"), SampleEvidence.root());
    authority = UnpackedPackage.pem(directory.resolve("tsa.pem"), stamp.root());
  }

  private UnpackedPackage of(Evidence any, SampleTimeStamp stamped) throws Exception {
    return UnpackedPackage.of(
        directory, any, Optional.of(stamped.timeStamp()), SampleEvidence.roots());
  }

  private Result script() throws Exception {
    return unpacked.script("--root", root, "--tsa", authority);
  }

  private Result command() throws Exception {
    return unpacked.command(List.of("--tsa", authority), root);
  }

  @Test
  void unchangedPackage_passes() throws Exception {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    Path rp =
        UnpackedPackage.pem(
            directory.resolve("rp.pem"),
            new CertificateSpec(
                    new X500Name("C=SE,O=Bank of the tests,CN=The tests"), keys.generateKeyPair())
                .selfIssued()
                .certificate());

    Result script = unpacked.script("--root", root, "--rp", rp, "--tsa", authority);
    Result command = unpacked.command(List.of("--tsa", authority), root, rp);

    script.assertPrints(0, "ok      TIME_STAMP: ", "under the root that you gave: ", "CN=Root\n");
    assertEquals(14, script.printed().lines().filter(it -> it.startsWith("ok  ")).count());
    command.assertPrints(
        0,
        "root CN=Root CA v1,O=Finansiell ID-Teknik of the tests, of the kind SANDBOX\n",
        "TIME_STAMP: PASSED O=Example,CN=Time Stamps says that signature, OCSP response and texts"
            + " existed at 2026-11-23T12:02:01Z, under the root CN=Root\n",
        "verifies, signed at 2026-11-23T12:00:00Z\n");
    assertEquals(12, command.printed().lines().filter(it -> it.endsWith(": PASSED")).count());
  }

  /** The service rejected them, and their packages are as it writes them all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"ALTERED", "OTHER_ROOT", "NO_RESPONSE", "OTHER_TEXT"})
  void rejectedSignature_isReported_andNoFileIs(Fault fault) throws Exception {
    unpacked =
        UnpackedPackage.of(
            directory, SampleEvidence.of(fault), Optional.empty(), SampleEvidence.roots());

    Result command = unpacked.command(List.of(), root);

    assertFalse(command.printed().contains("not as "), command.printed());
    assertFalse(command.printed().contains("contradicts"), command.printed());
    assertEquals(fault == Fault.OTHER_ROOT ? 4 : 3, command.status(), command.printed());
  }

  /** Another program may find other files in such a zip. */
  @Test
  void zip_isReported_ifItIsPackedInAnotherWay() throws Exception {
    Path packed = unpacked.pack(directory.resolve("packed.zip"));

    UnpackedPackage.commandOn(packed, List.of("--tsa", authority), root)
        .assertPrints(4, "The zip is not, byte for byte, the one that this release writes");
  }

  @Test
  void changedByte_isReported_inEachFile() throws Exception {
    for (String name : unpacked.names()) {
      if (name.equals("SHA256SUMS")) {
        continue;
      }
      byte[] genuine = Files.readAllBytes(unpacked.file(name));
      byte[] changed = genuine.clone();
      // The script's first comment, so that it still runs.
      int at = name.equals("verify.sh") ? 30 : changed.length / 2;
      changed[at] ^= 1;
      Files.write(unpacked.file(name), changed);

      script().assertPrints(1, "FAILED  FILES: not as the package was written: " + name + "\n");
      Result command = command();
      assertTrue(command.status() == 3 || command.status() == 2, command.printed());
      assertTrue(
          command.printed().contains("not as the package was written: " + name + "\n")
              || command.printed().contains("The package cannot be read. " + name + " is not JSON"),
          command.printed());
      Files.write(unpacked.file(name), genuine);
    }
    assertEquals(0, script().status(), "every file is genuine again");
    assertEquals(0, command().status(), "every file is genuine again");
  }

  /** A forger can change the sums too. The other files then contradict the change. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user_visible_data.txt | 100 | 900 | SIGNED_TEXT: another text was signed | 3 | SIGNED_TEXT: FAILED The visible text
          user_non_visible_data.txt | participant= | participant=0 | SIGNED_TEXT: other data was signed | 3 | SIGNED_TEXT: FAILED The non-visible
          registration.json | 189001019802 | 189001019810 | SIGNER: the certificate belongs to | 3 | SIGNER: FAILED
          registration.json | "process_id":"1 | "process_id":"2 | BINDING: the signature belongs to another process | 3 | bound to another process
          registration.json | "process_id":"1 | "process_id":"2 | FILES: evidence.json has another process_id | 3 | contradicts the evidence: evidence.json (process_id)
          registration.json | PLAINTEXT | SIMPLE_MARKDOWN_V1 | SIGNED_TEXT: the text was shown in the format | 3 | SIGNED_TEXT: FAILED
          registration.json | {"client" | {"other":"1","client" |  | 4 | not as this release writes it: registration.json
          evidence.json | 189001019802 | 189001019810 | SIGNER: BankID's answer names | 3 | SIGNER: FAILED
          evidence.json | "signature":"PD | "signature":"PE | FILES: evidence.json has another signature | 3 | not as the package was written: signature.xml
          evidence.json | "ocsp_response":"MII | "ocsp_response":"MIJ | FILES: evidence.json has another OCSP response | 3 | not as the package was written: ocsp.der
          evidence.json | 100 000 | 900 000 | SIGNED_TEXT: another text stands in evidence.json | 3 | contradicts the evidence: evidence.json (user_visible_data)
          evidence.json | text-sha256= | text-sha256=0 | SIGNED_TEXT: another text stands in evidence.json | 3 | contradicts the evidence: evidence.json (user_non_visible_data)
          evidence.json | 2026-11-23T12:00:00 | 2026-11-22T12:00:00 | SIGNING_TIME: the files name another time of signing | 3 | contradicts the evidence: evidence.json (signed_at)
          evidence.json | T12:02:01 | T11:02:01 | TIME_STAMP: evidence.json names another time | 3 | TIME_STAMP: FAILED evidence.json names another time
          evidence.json | "token":"MII | "token":"MIJ | FILES: evidence.json has another time stamp | 3 | TIME_STAMP: FAILED UNREADABLE
          evidence.json | CN=Time Stamps | CN=Time |  | 3 | TIME_STAMP: FAILED evidence.json names another time or authority
          validation-report.json | T12:00:00.000Z | T11:00:00.000Z | SIGNING_TIME: the files name another time of signing | 3 | the package names another time of signing
          validation-report.json | "signing_time" | "time" | SIGNING_TIME: the files name another time of signing | 3 | the package names another time of signing
          evidence.json | T12:00:00.000Z | T12:00:00.000-14:00 | SIGNING_TIME: the files name another time of signing | 3 | contradicts the evidence: evidence.json (signed_at)
          evidence.json | "verification":[ | "verification":[{"step":"NOTARY","passed":true}, |  | 4 | the service's result, as the package has it, is another: NOTARY
          evidence.json | {"participant_id" | {"name":"Elsa"}{"participant_id" | FILES: evidence.json is not as the service writes it | 2 | The package cannot be read. evidence.json is not JSON
          bankid-answer.json | 189001019802 | 189001019810 | FILES: bankid-answer.json has another personalNumber | 3 | contradicts the evidence: bankid-answer.json (personalNumber)
          bankid-answer.json | Karin | Elsa |  | 3 | contradicts the evidence: bankid-answer.json (name)
          report.html | Karin | Elsa |  | 4 | not as this release writes it: report.html
          verify.sh | set -u | set +u |  | 4 | not as this release writes it: verify.sh
          stamped.txt | signature | signatura | TIME_STAMP: the time stamp is of another evidence | 3 | contradicts the evidence: stamped.txt
          certificates/1-signer.pem | CERTIFICATE | CERTIFICATF | CERTIFICATES: certificates/1-signer.pem is not the certificate | 3 | contradicts the evidence: certificates/1-signer.pem
          certificates/ocsp-responder.pem | CERTIFICATE | CERTIFICATF | CERTIFICATES: certificates/ocsp-responder.pem is not the certificate | 3 | contradicts the evidence: certificates/ocsp-responder.pem
          signature.xml | Signing | Identification | XML_SIGNATURE: the signature does not fit | 3 | not as the package was written: signature.xml
          signature.xml | <SignatureValue> | <SignatureValue>AAAA | XML_SIGNATURE: the signature does not fit | 3 | not as the package was written: signature.xml
          """)
  void change_isReported_whenTheSumsFitIt(
      String name, String from, String to, String byScript, String status, String byCommand)
      throws Exception {
    unpacked.replace(name, from, to);

    Result script = script();
    Result command = command();

    if (byScript == null) {
      assertEquals(0, script.status(), script.printed());
    } else {
      script.assertPrints(1, "FAILED  " + byScript);
    }
    command.assertPrints(Integer.parseInt(status), byCommand);
  }

  @Test
  void certificateThatIsNotInTheSignature_isReported() throws Exception {
    Files.copy(
        unpacked.file("certificates/1-signer.pem"), unpacked.file("certificates/5-signer.pem"));
    unpacked.writeSums();

    script()
        .assertPrints(1, "FAILED  CERTIFICATES: certificates/5-signer.pem is not in signature.xml");
    command().assertPrints(3, "contradicts the evidence: certificates/5-signer.pem\n");
  }

  @Test
  void bytesAfterTheOcspResponse_areReported() throws Exception {
    String der = Base64.getEncoder().encodeToString(Files.readAllBytes(unpacked.file("ocsp.der")));
    byte[] longer =
        (Files.readString(unpacked.file("ocsp.der"), ISO_8859_1) + "JUNK").getBytes(ISO_8859_1);
    unpacked.put("ocsp.der", longer);
    String other = Base64.getEncoder().encodeToString(longer);
    unpacked.put(
        "evidence.json", unpacked.text("evidence.json").replace(der, other).getBytes(UTF_8));
    unpacked.put(
        "bankid-answer.json",
        unpacked.text("bankid-answer.json").replace(der, other).getBytes(UTF_8));

    script()
        .assertPrints(1, "FAILED  OCSP_RESPONSE: ocsp.der cannot be read, or has something after");
  }

  @Test
  void certificateOfAnother_isReported_inEachPlace() throws Exception {
    for (String name :
        List.of(
            "certificates/1-signer.pem",
            "certificates/2-ca.pem",
            "certificates/3-ca.pem",
            "certificates/ocsp-responder.pem",
            "certificates/root.pem")) {
      byte[] genuine = Files.readAllBytes(unpacked.file(name));
      Path other = UnpackedPackage.pem(directory.resolve("other.pem"), stamp.root());
      unpacked.put(name, Files.readAllBytes(other));

      Result script = script();
      Result command = command();

      assertEquals(List.of("CERTIFICATES"), script.failed(), script.printed());
      command.assertPrints(3, "contradicts the evidence: " + name + "\n");
      unpacked.put(name, genuine);
    }
    unpacked.put("certificates/4-ca.pem", Files.readAllBytes(authority));

    script().assertPrints(1, "FAILED  CERTIFICATES: certificates/4-ca.pem is not in signature.xml");
    command().assertPrints(3, "contradicts the evidence: certificates/4-ca.pem\n");
  }

  /** It fits the list of fingerprints, the sums and evidence.json. */
  @Test
  void timeStampOfAnotherEvidence_isReported() throws Exception {
    SampleTimeStamp other = SampleTimeStamp.of(SampleEvidence.genuine());
    unpacked = of(evidence, other);
    authority = UnpackedPackage.pem(directory.resolve("tsa.pem"), other.root());

    Result script = script();

    assertEquals(List.of("TIME_STAMP"), script.failed(), script.printed());
    script.assertPrints(1, "TIME_STAMP: the time stamp is of another evidence");
    command().assertPrints(3, "TIME_STAMP: FAILED WRONG_IMPRINT\n");
  }

  @Test
  void timeStamp_isReported_ifItIsTakenAway() throws Exception {
    Files.delete(unpacked.file("stamp.tst"));
    Files.delete(unpacked.file("stamped.txt"));
    unpacked.writeSums();

    script().assertPrints(1, "FAILED  FILES: evidence.json has another time stamp than stamp.tst");
    command().assertPrints(3, "contradicts the evidence: stamp.tst\n");
  }

  @Test
  void timeStamp_isReported_underAnotherRoot_andNotedUnderNone() throws Exception {
    authority = root;
    script().assertPrints(1, "FAILED  TIME_STAMP: the time stamp does not verify: ");
    command().assertPrints(3, "TIME_STAMP: FAILED UNTRUSTED\n");

    unpacked.script("--root", root).assertPrints(0, "note    TIME_STAMP: an authority says");
    unpacked
        .command(List.of(), root)
        .assertPrints(0, "TIME_STAMP: NOT_CHECKED O=Example", "To check who that is: --tsa");
  }

  @Test
  void otherRoot_isReported() throws Exception {
    root = UnpackedPackage.pem(directory.resolve("other.pem"), stamp.root());

    Result script = script();

    assertEquals(
        List.of("CERTIFICATES", "CERTIFICATE_CHAIN", "OCSP_RESPONSE"),
        script.failed(),
        script.printed());
    script.assertPrints(1, "certificates/root.pem is another root than the one that you gave");
    command().assertPrints(3, "root CN=Root, of the kind SANDBOX\n", "CERTIFICATE_CHAIN: FAILED");
  }

  @ParameterizedTest
  @CsvSource({"0, report.html", "x, SHA256SUMS has a line that is not the sum of a file"})
  void changedSum_isReported(String with, String reported) throws Exception {
    String genuine = unpacked.text("SHA256SUMS");
    String changed =
        genuine.replaceFirst("[0-9a-f]{4}(?=[0-9a-f]{60}  report.html)", with.repeat(4));
    Files.writeString(unpacked.file("SHA256SUMS"), changed);

    Result script = script();

    assertTrue(script.line("FILES").contains(reported), script.printed());
    assertEquals(1, script.status());
    command().assertPrints(3, "not as the package was written: report.html\n");
  }

  @Test
  void missingTool_isNamed() throws Exception {
    Path tools = Files.createDirectory(directory.resolve("tools"));
    for (String tool : List.of("bash", "openssl", "xmllint", "sha256sum", "dirname")) {
      Files.createSymbolicLink(
          tools.resolve(tool),
          Stream.of("/usr/local/bin", "/usr/bin", "/bin")
              .map(bin -> Path.of(bin, tool))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow());
    }
    ProcessBuilder script =
        new ProcessBuilder(tools.resolve("bash").toString(), "verify.sh")
            .directory(unpacked.directory().toFile());
    script.environment().putAll(Map.of("PATH", tools.toString()));

    UnpackedPackage.run(script).assertPrints(2, "verify.sh: xmlsec1 is missing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--tsa", "a b c d", "--rp rp.pem evidence.zip"})
  void command_saysItsUsage_ifTheArgumentsAreOthers(String arguments) throws Exception {
    List<String> all = arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, UTF_8);

    assertEquals(2, VerifyPackage.run(all, out, out));
    assertTrue(printed.toString(UTF_8).startsWith("Usage: VerifyPackage "), printed::toString);
  }
}
