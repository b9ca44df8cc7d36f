package com.enterprisesigning.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.enterprisesigning.evidence.Forgery;
import com.enterprisesigning.evidence.SampleEvidence;
import com.enterprisesigning.evidence.SignatureRoots;
import com.enterprisesigning.functions.UnpackedPackage.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Packages that somebody built to be believed. Sums, fingerprints in the report and the service's
 * results all fit; {@code verify.sh} and the operator's command both say why they do not believe
 * them.
 */
class ForgedPackageTest {
  private Path root;
  @TempDir private Path directory;

  @BeforeEach
  void prepare() throws Exception {
    UnpackedPackage.requireTools();
    root = UnpackedPackage.pem(directory.resolve("root.pem"), SampleEvidence.root());
  }

  private UnpackedPackage forged(Forgery forgery) throws Exception {
    return UnpackedPackage.of(
        directory,
        forgery.evidence(),
        Optional.empty(),
        new SignatureRoots(Set.of(SampleEvidence.root(), Forgery.forgersRoot())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OTHER_SIGNER | SIGNER: the certificate belongs to 189001019810 | SIGNER: FAILED
          OTHER_HIERARCHY | CERTIFICATE_CHAIN: the signer's certificate does not lead to the root | CERTIFICATE_CHAIN: FAILED
          NONCE_OF_ANOTHER | OCSP_NONCE: the OCSP response was made for another signature | OCSP_NONCE: FAILED The OCSP response was made for another
          SECOND_NONCE | OCSP_NONCE: the OCSP response does not have one nonce | OCSP_NONCE: FAILED The OCSP response was made for another
          NONCE_IN_A_SECOND_CERTIFICATE | OCSP_NONCE: the OCSP response does not have one certificate | OCSP_SIGNATURE: FAILED The OCSP response must contain only
          NONCE_IN_THE_ONLY_CERTIFICATE | OCSP_NONCE: the OCSP response does not have one nonce that its responder signed | OCSP_SIGNATURE: FAILED The OCSP response was not signed with
          UTF_16 | XML_SIGNATURE: signature.xml does not have BankID's form | XML_SIGNATURE: FAILED The signature is not XML in UTF-8
          UTF_16_WITH_BYTE_ORDER_MARK | XML_SIGNATURE: signature.xml does not have BankID's form | XML_SIGNATURE: FAILED The signature is not XML in UTF-8
          LATIN_1 | XML_SIGNATURE: signature.xml does not have BankID's form | XML_SIGNATURE: FAILED The signature is not XML in UTF-8
          LATIN_1_AFTER_SPACES | XML_SIGNATURE: signature.xml does not have BankID's form | XML_SIGNATURE: FAILED The signature is not XML in UTF-8
          """)
  void forgedSignature_isReported(Forgery forgery, String byScript, String byCommand)
      throws Exception {
    UnpackedPackage forged = forged(forgery);

    Result script = forged.script("--root", root);
    Result command = forged.command(List.of(), root);

    script.assertPrints(1, "FAILED  " + byScript, "The service had accepted it");
    command.assertPrints(3, byCommand, "does not verify\n");
  }

  /** The same person signed something else, perhaps for another process. */
  @Test
  void signatureOfAnotherParticipant_isReported() throws Exception {
    UnpackedPackage forged = forged(Forgery.NONE);
    for (String name : List.of("registration.json", "evidence.json", "report.html")) {
      forged.put(
          name,
          forged
              .text(name)
              .replace("\"participant_id\":\"5f0c7a4e-52a1", "\"participant_id\":\"6f0c7a4e-52a1")
              .replace("<code>5f0c7a4e-52a1", "<code>6f0c7a4e-52a1")
              .getBytes(UTF_8));
    }

    Result script = forged.script("--root", root);
    Result command = forged.command(List.of(), root);

    assertEquals(List.of("BINDING"), script.failed(), script.printed());
    script.assertPrints(
        1, "BINDING: the signature belongs to another process, participant or text");
    command.assertPrints(
        3, "BINDING: FAILED the signature is bound to another process, participant or text\n");
  }

  /** The first root is looked at, and the second one would be trusted. */
  private UnpackedPackage withASecondRoot() throws Exception {
    UnpackedPackage forged = forged(Forgery.OTHER_HIERARCHY);
    forged.put(
        "certificates/root.pem",
        (Files.readString(root) + forged.text("certificates/root.pem")).getBytes(UTF_8));
    return forged;
  }

  /** The script takes the root of the tests for BankID's production root. */
  @Test
  void secondRoot_isNotTrusted_behindBankIds() throws Exception {
    UnpackedPackage forged = withASecondRoot();
    String identifier =
        SignatureRoots.keyIdentifier(SampleEvidence.root())
            .replace(":", "")
            .toLowerCase(Locale.ROOT);
    forged.put(
        "verify.sh",
        forged
            .text("verify.sh")
            .replaceFirst("PRODUCTION=[0-9a-f]{40}", "PRODUCTION=" + identifier)
            .getBytes(UTF_8));

    Result script = forged.script();
    Result command = forged.command(List.of());

    assertEquals(
        List.of("CERTIFICATES", "CERTIFICATE_CHAIN", "OCSP_RESPONSE"),
        script.failed(),
        script.printed());
    script.assertPrints(
        1,
        "ok      ROOT: BankID's production root",
        "certificates/root.pem holds something other than one certificate",
        "the signer's certificate does not lead to the root");
    command.assertPrints(2, "The package's root is not BankID's production root alone");
  }

  /** The script advises to name the package's root, if it is BankID's test root. */
  @Test
  void secondRoot_isNotTrusted_behindTheOneThatIsAccepted() throws Exception {
    UnpackedPackage forged = withASecondRoot();
    Path accepted = forged.file("certificates/root.pem");

    Result script = forged.script("--root", accepted);
    Result command = forged.command(List.of(), accepted);

    assertEquals(
        List.of("CERTIFICATES", "CERTIFICATE_CHAIN", "OCSP_RESPONSE"),
        script.failed(),
        script.printed());
    assertEquals(2, command.printed().lines().filter(it -> it.startsWith("root ")).count());
    command.assertPrints(3, "contradicts the evidence: certificates/root.pem\n");
  }

  /** Some readers of JSON take the first, others the last. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          registration.json | {"client" | {"personal_number":"189001019810","client"
          registration.json | {"client" | {"personal_number" :"189001019810","client"
          registration.json | {"client" | {"personal\\u005fnumber":"189001019810","client"
          evidence.json | "user":{ | "user":{"personal_number":"189001019810",
          evidence.json | "user":{ | "user":{},"user":{
          evidence.json | "verified":true | "verified":false,"verified":true
          evidence.json | "signed_at" | "user_visible_data": "I sign nothing.","signed_at"
          """)
  void memberThatIsThereTwice_isReported(String name, String from, String to) throws Exception {
    UnpackedPackage forged = forged(Forgery.NONE);
    forged.replace(name, from, to);

    Result script = forged.script("--root", root);
    Result command = forged.command(List.of(), root);

    script.assertPrints(1, "FAILED  FILES: " + name + " is not as the service writes it");
    command.assertPrints(2, "The package cannot be read. " + name + " is not JSON with each");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside.txt", "/etc/hostname", "certificates/../../outside.txt"})
  void fileOutsideThePackage_isNotRead(String outside) throws Exception {
    Files.writeString(directory.resolve("outside.txt"), "outside");
    UnpackedPackage forged = forged(Forgery.NONE);
    String sum = UnpackedPackage.hex("outside".getBytes(UTF_8));
    for (String line :
        List.of(
            sum + "  " + outside,
            sum + " *" + outside,
            "\\" + sum + "  " + outside,
            "SHA256 (" + outside + ") = " + sum)) {
      forged.writeSums();
      Files.writeString(forged.file("SHA256SUMS"), forged.text("SHA256SUMS") + line + "\n");

      Result script = forged.script("--root", root);
      Result command = forged.command(List.of(), root);

      script.assertPrints(
          1, "FAILED  FILES: SHA256SUMS has a line that is not the sum of a file of a package");
      command.assertPrints(3, "not as the package was written: ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"added.txt", "report.html\nverify.sh", "\u001b[2J", "-c", "report.html "})
  void addedFile_isReported_andSteersNoTerminal(String name) throws Exception {
    UnpackedPackage forged = forged(Forgery.NONE);
    Files.writeString(forged.file(name), "added");

    Result script = forged.script("--root", root);
    Result command = forged.command(List.of(), root);

    script.assertPrints(1, "FAILED  FILES: SHA256SUMS does not list ");
    command.assertPrints(
        3, "not as the package was written: " + name.replaceAll("\\p{Cntrl}", "?") + "\n");
    assertFalse(script.printed().contains("\u001b"), script.printed());
    assertFalse(command.printed().contains("\u001b"), command.printed());
  }

  @Test
  void addedFile_isReported_ifTheSumsListIt() throws Exception {
    UnpackedPackage forged = forged(Forgery.NONE);
    forged.put("added.txt", "added".getBytes(UTF_8));

    forged
        .script("--root", root)
        .assertPrints(1, "has a line that is not the sum of a file of a package: added.txt");
    forged.command(List.of(), root).assertPrints(3, "contradicts the evidence: added.txt\n");
  }

  @Test
  void linkToAFile_isReported() throws Exception {
    UnpackedPackage forged = forged(Forgery.NONE);
    Path outside = directory.resolve("signature.xml");
    Files.move(forged.file("signature.xml"), outside);
    Files.createSymbolicLink(forged.file("signature.xml"), outside);

    forged
        .script("--root", root)
        .assertPrints(1, "FAILED  FILES: SHA256SUMS does not list signature.xml, or it is not");
  }

  @ParameterizedTest
  @CsvSource({
    "registration.json, loans, 1",
    "registration.json, 189001019802, 1",
    "evidence.json, Karin, 1",
    "validation-report.json, PASSED, 1"
  })
  void controlCharacterInAFile_isReported_andSteersNoTerminal(String name, String before)
      throws Exception {
    UnpackedPackage forged = forged(Forgery.NONE);
    forged.replace(name, before, before + "\u001b[2J");

    Result script = forged.script("--root", root);
    Result command = forged.command(List.of(), root);

    script.assertPrints(1, "FAILED  FILES: " + name + " is not as the service writes it");
    command.assertPrints(2, "The package cannot be read. " + name + " is not JSON with each");
    assertFalse(script.printed().contains("\u001b"), script.printed());
    assertFalse(command.printed().contains("\u001b"), command.printed());
  }

  /** An instant can lie beyond every date. */
  @ParameterizedTest
  @ValueSource(strings = {"stored_at", "signing_time"})
  void timeBeyondAllDates_isReported_asAPackageThatCannotBeRead(String member) throws Exception {
    UnpackedPackage forged = forged(Forgery.NONE);
    forged.replace(
        "validation-report.json",
        "\"" + member + "\":\"",
        "\"" + member + "\":\"+1000000000-01-01T00:00:00Z\",\"was\":\"");

    forged
        .command(List.of(), root)
        .assertPrints(2, "The package cannot be read. Its JSON is not as this software writes it.");
  }

  /** As an escape in JSON it is allowed, and must not reach the terminal. */
  @Test
  void escapedControlCharacter_steersNoTerminal() throws Exception {
    UnpackedPackage forged = forged(Forgery.NONE);
    String order = "131daac9-16c6-4618-beb0-365768f37288";
    forged.replace("evidence.json", order, order + "\\u001B[2J");

    Result command = forged.command(List.of(), root);

    command.assertPrints(3, "order " + order + "?[2J\n");
    assertFalse(command.printed().contains("\u001b"), command.printed());
  }
}
