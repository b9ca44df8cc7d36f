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
import java.util.stream.IntStream;
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
 * The evidence package of a run as an auditor uses it: {@code verify.sh}, with OpenSSL and xmlsec,
 * so that other software checks our work; and the operator's command. Packages that were changed or
 * forged need no run: {@code ChangedPackageTest} and {@code ForgedPackageTest} of the functions.
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
                            everyCharacter().repeat(200)
                                + hostile.repeat(100_000 / hostile.length()))))));
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

  /** Each ASCII character that a text may have, and some others, which JSON escapes or does not. */
  private static String everyCharacter() {
    return IntStream.range(1, 128)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        + "åäö\u0080\u2028😀\\\\n\n\n";
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
        List.of("CERTIFICATES", "CERTIFICATE_CHAIN", "OCSP_RESPONSE"),
        result.checks("FAILED"),
        result.printed());
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
  void command_verifiesAPackage_underTheRootThatItIsGiven() throws Exception {
    Path zip = directory.resolve("evidence.zip");
    Files.write(zip, api.evidencePackage(DEMO, signed()).body());

    Result without = command(zip.toString());
    Result with = command(zip.toString(), root(), rp());
    Result withoutRp = command(zip.toString(), root());

    assertEquals(2, without.status(), without.printed());
    assertTrue(without.printed().contains("of the kind SANDBOX"), without.printed());
    assertEquals(0, with.status(), with.printed());
    assertEquals(12, with.printed().lines().filter(line -> line.endsWith(": PASSED")).count());
    assertEquals(0, withoutRp.status(), withoutRp.printed());
    assertTrue(
        withoutRp.printed().contains("RELYING_PARTY: NOT_CHECKED the app named"),
        withoutRp.printed());
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
    return run(new ProcessBuilder(command));
  }

  private static Result run(ProcessBuilder command) throws Exception {
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
