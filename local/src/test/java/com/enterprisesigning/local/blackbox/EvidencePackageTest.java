package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.enterprisesigning.functions.VerifyPackage;
import com.enterprisesigning.local.secrets.Secrets;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The evidence package as an auditor uses it: {@code verify.sh}, with OpenSSL and xmlsec, so that
 * other software checks our work; and the operator's command.
 */
@ExtendWith(SharedRuns.class)
class EvidencePackageTest {
  private static final List<String> TOOLS =
      List.of("bash", "openssl", "xmlsec1", "xmllint", "sha256sum");
  private static final List<String> CHECKS =
      List.of(
          "FILES",
          "ROOT",
          "XML_SIGNATURE",
          "CERTIFICATE_CHAIN",
          "OCSP_RESPONSE",
          "CERTIFICATE_STATUS",
          "OCSP_NONCE",
          "SIGNED_TEXT",
          "SIGNED_FUNCTION",
          "BINDING",
          "SIGNER",
          "RELYING_PARTY",
          "REQUIREMENT");
  private static final Pattern LINE = Pattern.compile("(ok|note|FAILED) +([A-Z_]+): .+");

  private final Runs runs;
  private final Api api;
  @TempDir private Path directory;

  EvidencePackageTest(Runs runs) {
    this.runs = runs;
    this.api = runs.api(Gateways.ONE);
  }

  /** What a command printed, with its exit status. */
  record Result(int status, String printed) {

    /** Returns the names of the checks with this result, in order. */
    List<String> checks(String result) {
      return printed
          .lines()
          .map(LINE::matcher)
          .filter(line -> line.matches() && line.group(1).equals(result))
          .map(line -> line.group(2))
          .toList();
    }

    String line(String check) {
      return printed
          .lines()
          .filter(line -> line.contains(" " + check + ": "))
          .findFirst()
          .orElse("");
    }
  }

  /** Before each test, because the report of a class that is skipped as a whole is empty. */
  @BeforeEach
  void toolsAreThere() throws Exception {
    for (String tool : TOOLS) {
      assumeTrue(
          new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0,
          "SKIPPED: verify.sh was not tested, because this is missing: "
              + tool
              + " (apt-get install openssl xmlsec1 libxml2-utils)");
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void evidence_isAnsweredAsAZip_namedByTheOrder_andTheSameEachTime() throws Exception {
    String participant = signed();

    HttpResponse<byte[]> first = api.evidencePackage(DEMO, participant);
    HttpResponse<byte[]> second = api.evidencePackage(DEMO, participant);

    JsonNode json = api.evidence(DEMO, participant).is(200).body();
    assertEquals(200, first.statusCode());
    assertEquals("application/zip", first.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("no-store", first.headers().firstValue("Cache-Control").orElseThrow());
    assertEquals(
        "attachment; filename=\"evidence-" + json.path("order_ref").asText() + ".zip\"",
        first.headers().firstValue("Content-Disposition").orElseThrow());
    assertArrayEquals(first.body(), second.body());
    Path unpacked = unpack(first.body());
    assertEquals(json, new ObjectMapper().readTree(unpacked.resolve("evidence.json").toFile()));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void everyCheckPasses_inThePackageOfASigning() throws Exception {
    Path unpacked = unpack(api.evidencePackage(DEMO, signed()).body());

    Result result = verify(unpacked, "--root", root(), "--rp", rp());

    assertEquals(CHECKS, result.checks("ok"), result.printed());
    assertEquals(0, result.status(), result.printed());
    assertTrue(result.printed().contains("All checks passed."), result.printed());
  }

  /** The script reads JSON with grep, so the text looks like the members that it reads. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void everyCheckPasses_ofTheLargestTexts_thatLookLikeTheFilesAroundThem() throws Exception {
    String hostile =
        "\",\"signature\":\"AAAA\",\"personal_number\":\"188001019804\",\"process_id\":\"0\"}\n";
    Registered registered =
        Registered.of(
            api.post(
                DEMO,
                "/signing/processes",
                Map.of(
                    "reference",
                    hostile.strip(),
                    "participants",
                    List.of(
                        Map.of(
                            "personal_number",
                            runs.person(),
                            "user_visible_data",
                            hostile.repeat(30_000 / hostile.length()),
                            "user_non_visible_data",
                            hostile.repeat(150_000 / hostile.length()))))));
    Reply started = api.start(DEMO, registered.participant()).is(200);
    runs.phone().sign(runs.phone().open(started));
    api.collectUntil(DEMO, registered.participant(), Reply::isEnd);

    HttpResponse<byte[]> answer = api.evidencePackage(DEMO, registered.participant());

    assertEquals(200, answer.statusCode());
    Result result = verify(unpack(answer.body()), "--root", root(), "--rp", rp());
    List<String> all = new ArrayList<>(CHECKS);
    all.remove("BINDING"); // the registration gave its own data
    assertEquals(all, result.checks("ok"), result.printed());
    assertEquals(0, result.status(), result.printed());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void onlyTheRootFails_ofASandbox_whenNoneIsGiven() throws Exception {
    Path unpacked = unpack(api.evidencePackage(DEMO, signed()).body());

    Result result = verify(unpacked);

    assertEquals(List.of("ROOT"), result.checks("FAILED"), result.printed());
    assertTrue(result.line("ROOT").contains("a sandbox's root, not BankID's"), result.printed());
    assertEquals(List.of("RELYING_PARTY"), result.checks("note"), result.printed());
    assertEquals(1, result.status());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void nothingPasses_underAnotherRoot() throws Exception {
    Path zip = directory.resolve("evidence.zip");
    Files.write(zip, api.evidencePackage(DEMO, signed()).body());
    Path other = directory.resolve("other.pem");
    Files.writeString(other, secrets().read(Secrets.TLS_ROOT));

    Result result = verify(unpack(Files.readAllBytes(zip)), "--root", other.toString());

    assertEquals(
        List.of("CERTIFICATE_CHAIN", "OCSP_RESPONSE"), result.checks("FAILED"), result.printed());
    assertEquals(3, command(zip.toString(), other.toString()).status());
  }

  @ParameterizedTest
  @CsvSource({
    "Text, SIGNED_TEXT, another text was signed",
    "Ändrad, XML_SIGNATURE, changed after the signing",
    "Utbytt, SIGNER, was to sign",
    "Revokerad, CERTIFICATE_STATUS, revoked",
    "Nonce, OCSP_NONCE, made for another signature",
    "Svar, OCSP_RESPONSE, no authorized responder",
    "Omslag, XML_SIGNATURE, does not have BankID's form",
    "Utgången, CERTIFICATE_CHAIN, expired",
    "Avsändare, RELYING_PARTY, named another company",
    "Villkor, REQUIREMENT, the signed condition names the policy"
  })
  @Execution(ExecutionMode.CONCURRENT)
  void falseSignature_isTold_byScript_byReport_andByCommand(String name, String check, String why)
      throws Exception {
    assertTold(rejected(name), check, why);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void falseRoot_isTold_andNothingElse() throws Exception {
    Path zip = rejected("Rot");
    Path unpacked = unpack(Files.readAllBytes(zip));

    Result without = verify(unpacked, "--rp", rp());
    Result with = verify(unpacked, "--root", root(), "--rp", rp());
    Result command = command(zip.toString(), root(), rp());

    assertTold(
        zip,
        "CERTIFICATE_CHAIN",
        "does not lead to the root: unable to get local issuer certificate");
    assertTrue(
        without.line("ROOT").contains("the certificates lead to none that the service trusts"),
        without.printed());
    assertEquals(
        List.of("CERTIFICATE_CHAIN", "OCSP_RESPONSE"), with.checks("FAILED"), with.printed());
    assertEquals(
        List.of("CERTIFICATE_CHAIN: FAILED The certificates do not lead to a trusted certificate."),
        command.printed().lines().filter(line -> line.contains(": FAILED")).toList(),
        command.printed());
  }

  /** Returns the package of a role whose signature is rejected. */
  private Path rejected(String name) throws Exception {
    String participant = api.register(DEMO, runs.phone().personalNumber(name)).participant();
    api.start(DEMO, participant).is(200);
    api.collectUntil(DEMO, participant, Reply::isEnd);
    return Files.write(
        directory.resolve("evidence.zip"), api.evidencePackage(DEMO, participant).body());
  }

  private void assertTold(Path zip, String check, String why) throws Exception {
    Path unpacked = unpack(Files.readAllBytes(zip));

    Result script = verify(unpacked, "--root", root(), "--rp", rp());
    Result command = command(zip.toString(), root(), rp());

    assertEquals(1, script.status(), script.printed());
    assertEquals(check, script.checks("FAILED").getFirst(), script.printed());
    assertTrue(script.line(check).contains(why), script.printed());
    assertFalse(script.printed().contains("The service had accepted it"), script.printed());
    String report = Files.readString(unpacked.resolve("report.html"));
    int verdict = report.indexOf("<h1>");
    assertTrue(
        report
            .substring(verdict, report.indexOf("</h1>"))
            .startsWith("<h1>Underskriften godkändes INTE <span"),
        report.substring(verdict));
    assertEquals(verdict, report.indexOf("<h1"), "it is the first line");
    assertTrue(
        Files.readString(unpacked.resolve("validation-report.json"))
            .matches("\\{\"indication\":\"(TOTAL-FAILED|INDETERMINATE)\",\"sub_indication\".*\\n"));
    assertEquals(3, command.status(), command.printed());
    assertTrue(command.printed().endsWith("does not verify\n"), command.printed());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void changedByte_isTold_inEachFile() throws Exception {
    Path unpacked = unpack(api.evidencePackage(DEMO, signed()).body());
    for (String name : names(unpacked)) {
      if (name.equals("SHA256SUMS")) {
        continue;
      }
      Path file = unpacked.resolve(name);
      byte[] genuine = Files.readAllBytes(file);
      byte[] changed = genuine.clone();
      // The script's first comment, so that it still runs.
      int at = name.equals("verify.sh") ? 30 : changed.length / 2;
      changed[at] ^= 1;
      Files.write(file, changed);

      Result result = verify(unpacked, "--root", root());

      assertEquals(1, result.status(), name);
      assertTrue(
          result.line("FILES").endsWith("not as the package was written: " + name),
          result.printed());
      Files.write(file, genuine);
    }
    assertEquals(0, verify(unpacked, "--root", root()).status(), "every file is genuine again");
  }

  @ParameterizedTest
  @CsvSource({"0, report.html", "x, SHA256SUMS"})
  @Execution(ExecutionMode.CONCURRENT)
  void changedSum_isTold(String with, String told) throws Exception {
    Path unpacked = unpack(api.evidencePackage(DEMO, signed()).body());
    Path sums = unpacked.resolve("SHA256SUMS");
    String genuine = Files.readString(sums);
    assertTrue(genuine.contains("  report.html\n"), genuine);
    Files.writeString(
        sums, genuine.replaceFirst("[0-9a-f]{4}(?=[0-9a-f]{60}  report.html)", with.repeat(4)));

    Result result = verify(unpacked, "--root", root());

    assertEquals(1, result.status());
    assertTrue(
        result.line("FILES").endsWith("not as the package was written: " + told), result.printed());
  }

  /** Whoever changes a file can change the sums too; the signature still tells. */
  @ParameterizedTest
  @CsvSource({
    "user_visible_data.txt, loan, lawn, SIGNED_TEXT, another text was signed",
    "user_non_visible_data.txt, participant=, participant=0, SIGNED_TEXT, other data was signed",
    "registration.json, '\"personal_number\":\"', '\"personal_number\":\"19', SIGNER, was to sign",
    "registration.json, {, '{\"personal_number\":\"1\",', SIGNER, was to sign",
    "registration.json, '\"process_id\":\"', '\"process_id\":\"0', BINDING, another process",
    "registration.json, PLAINTEXT, SIMPLE_MARKDOWN_V1, SIGNED_TEXT, registered in another",
    "evidence.json, '\"personal_number\":\"', '\"personal_number\":\"19', SIGNER, BankID's answer",
    "evidence.json, '\"signature\":\"PD', '\"signature\":\"PE', FILES, another signature",
    "certificates/1-signer.pem, CERTIFICATE, CERTIFICATF, CERTIFICATES, is not the certificate",
    "signature.xml, Signing, Identification, XML_SIGNATURE, changed after the signing",
    "signature.xml, <SignatureValue>, <SignatureValue>AAAA, XML_SIGNATURE, changed"
  })
  @Execution(ExecutionMode.CONCURRENT)
  void change_isTold_whenTheSumsFitIt(String name, String from, String to, String check, String why)
      throws Exception {
    Path unpacked = unpack(api.evidencePackage(DEMO, signed()).body());
    Path file = unpacked.resolve(name);
    String genuine = Files.readString(file);
    assertTrue(genuine.contains(from), genuine);
    Files.writeString(file, genuine.replaceFirst(Pattern.quote(from), to));
    sumAnew(unpacked);

    Result result = verify(unpacked, "--root", root());

    assertEquals(1, result.status(), result.printed());
    assertTrue(result.checks("FAILED").contains(check), result.printed());
    assertTrue(result.line(check).contains(why), result.printed());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void signatureOfAnother_isTold_whenEverythingElseFitsIt() throws Exception {
    Path unpacked = unpack(api.evidencePackage(DEMO, signed()).body());
    Path other = unpack(api.evidencePackage(DEMO, signed()).body());
    for (String name : names(other)) {
      if (!name.equals("registration.json")) {
        Files.copy(
            other.resolve(name), unpacked.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    sumAnew(unpacked);

    Result result = verify(unpacked, "--root", root());

    assertEquals(List.of("BINDING", "SIGNER"), result.checks("FAILED"), result.printed());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void missingTool_isNamed() throws Exception {
    Path unpacked = unpack(api.evidencePackage(DEMO, signed()).body());
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

    Result result =
        run(
            new ProcessBuilder(tools.resolve("bash").toString(), "verify.sh")
                .directory(unpacked.toFile()),
            Map.of("PATH", tools.toString()));

    assertEquals(2, result.status(), result.printed());
    assertTrue(result.printed().startsWith("verify.sh: xmlsec1 is missing."), result.printed());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void command_verifiesAPackage_underTheRootThatItIsGiven() throws Exception {
    Path zip = directory.resolve("evidence.zip");
    Files.write(zip, api.evidencePackage(DEMO, signed()).body());

    Result without = command(zip.toString());
    Result with = command(zip.toString(), root(), rp());
    Result withoutRp = command(zip.toString(), root());

    assertEquals(2, without.status(), without.printed());
    assertTrue(without.printed().contains("of the kind SANDBOX"), without.printed());
    assertEquals(0, with.status(), with.printed());
    assertEquals(11, with.printed().lines().filter(line -> line.endsWith(": PASSED")).count());
    assertEquals(0, withoutRp.status(), withoutRp.printed());
    assertTrue(withoutRp.printed().contains("RELYING_PARTY: REPORTED"), withoutRp.printed());
  }

  private String signed() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    runs.phone().sign(runs.phone().open(api.start(DEMO, participant).is(200)));
    api.collectUntil(DEMO, participant, Reply::isEnd);
    return participant;
  }

  private RunSecrets secrets() throws Exception {
    return new RunSecrets(runs.phone().get("/sandbox/join").path("settings"));
  }

  private synchronized String root() throws Exception {
    Path root = directory.resolve("root.pem");
    Files.writeString(root, secrets().read(Secrets.SIGNATURE_ROOT));
    return root.toString();
  }

  private synchronized String rp() throws Exception {
    JsonNode secret = new ObjectMapper().readTree(secrets().read(Secrets.CLIENT_CERTIFICATE));
    char[] passphrase = secret.path("passphrase").asText().toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(
        new ByteArrayInputStream(Base64.getDecoder().decode(secret.path("pkcs12").asText())),
        passphrase);
    Path rp = directory.resolve("rp.pem");
    Files.writeString(
        rp,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder()
                .encodeToString(store.getCertificate(store.aliases().nextElement()).getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    return rp.toString();
  }

  private Path unpack(byte[] zip) throws Exception {
    return unpack(directory, zip);
  }

  static Path unpack(Path directory, byte[] zip) throws Exception {
    Path unpacked = Files.createTempDirectory(directory, "package");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = unpacked.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
      }
    }
    return unpacked;
  }

  private static Set<String> names(Path unpacked) throws Exception {
    try (Stream<Path> files = Files.walk(unpacked)) {
      Set<String> names = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(unpacked.relativize(file).toString()));
      return names;
    }
  }

  static void sumAnew(Path unpacked) throws Exception {
    List<String> sums = new ArrayList<>();
    for (String name : names(unpacked)) {
      if (!name.equals("SHA256SUMS")) {
        sums.add(
            HexFormat.of()
                    .formatHex(
                        MessageDigest.getInstance("SHA-256")
                            .digest(Files.readAllBytes(unpacked.resolve(name))))
                + "  "
                + name);
      }
    }
    Files.write(unpacked.resolve("SHA256SUMS"), sums);
  }

  static Result verify(Path unpacked, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", unpacked + "/verify.sh"));
    command.addAll(List.of(arguments));
    return run(new ProcessBuilder(command), Map.of());
  }

  private static Result run(ProcessBuilder command, Map<String, String> environment)
      throws Exception {
    command.environment().putAll(environment);
    Process process = command.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the command ended");
    return new Result(process.exitValue(), printed);
  }

  private static Result command(String... arguments) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    int status = VerifyPackage.run(List.of(arguments), out, out);
    return new Result(status, printed.toString(StandardCharsets.UTF_8));
  }
}
