package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.enterprisesigning.local.RepositoryFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The commands of {@code docs/evidence.md}, unchanged, with OpenSSL and xmlsec, so that other
 * software checks our work.
 */
@ExtendWith(SharedRuns.class)
class EvidenceDocumentTest {
  private static final List<String> TOOLS =
      List.of("bash", "jq", "openssl", "xmlsec1", "xmllint", "curl");
  private static final Pattern STEP = Pattern.compile("(?m)^### (\\d)\\. .*$");
  private static final Pattern COMMANDS = Pattern.compile("(?s)```bash\n(.*?)```");

  private final Runs runs;
  private final Api api;

  EvidenceDocumentTest(Runs runs) {
    this.runs = runs;
    this.api = runs.api(Gateways.ONE);
  }

  /** Before each test, because the report of a class that is skipped as a whole is empty. */
  @BeforeEach
  void toolsAreThere() throws Exception {
    for (String tool : TOOLS) {
      boolean isThere = new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0;
      assumeTrue(
          isThere,
          "SKIPPED: docs/evidence.md was not tested, because this is missing: "
              + tool
              + " (apt-get install jq openssl xmlsec1 libxml2-utils curl)");
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void everyStep_findsWhatThePageSays_inTheEvidenceOfASigning(@TempDir Path directory)
      throws Exception {
    String person = runs.person();
    String participant = api.register(DEMO, person).participant();
    runs.phone().sign(runs.phone().open(api.start(DEMO, participant).is(200)));
    api.collectUntil(DEMO, participant, Reply::isEnd);
    Reply evidence = api.evidence(DEMO, participant).is(200);

    List<String> printed = printed(directory, evidence);

    assertEquals(List.of("0", "1", "1", "1", "2"), lines(printed, 2).subList(0, 5));
    assertTrue(printed.get(2).contains("URI=\"#bidSignedData\""), printed.get(2));
    assertTrue(printed.get(2).contains("URI=\"#bidKeyInfo\""), printed.get(2));
    assertTrue(lines(printed, 3).contains("OK"), printed.get(3));
    assertTrue(printed.get(3).contains("SignedInfo References (ok/all): 2/2"), printed.get(3));
    String signedAt = evidence.text("signed_at").replaceFirst("\\.\\d+Z", "Z");
    assertEquals(signedAt, lines(printed, 4).getFirst());
    assertTrue(lines(printed, 4).contains("1.pem: OK"), printed.get(4));
    assertTrue(printed.get(5).contains("Response verify OK"), printed.get(5));
    assertTrue(lines(printed, 5).contains("1.pem: good"), printed.get(5));
    List<String> nonce = lines(printed, 6);
    assertEquals(nonce.get(1), nonce.get(0));
    assertEquals(2, lines(printed, 7).stream().filter("same"::equals).count(), printed.get(7));
    assertTrue(lines(printed, 7).contains("Signing"), printed.get(7));
    List<String> binding = lines(printed, 7).reversed().subList(0, 4);
    assertEquals(
        "enterprise-signing:v1;process=%s;participant=%s;text-sha256=%s"
            .formatted(binding.get(3), binding.get(2), binding.get(0)),
        binding.get(1));
    assertTrue(lines(printed, 8).getFirst().endsWith(person), "the signer's certificate");
    assertEquals(person, lines(printed, 8).getLast());
    List<String> asked = lines(printed, 9);
    assertEquals(4, asked.size(), printed.get(9));
    assertTrue(asked.get(0).startsWith("cn=simulated relying party,"), printed.get(9));
    assertEquals(asked.get(0), asked.get(1));
    assertEquals(asked.get(2), asked.get(3));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void stepNine_findsAnotherRelyingParty(@TempDir Path directory) throws Exception {
    List<String> printed = printed(directory, rejected("Avsändare"));

    assertTrue(lines(printed, 3).contains("OK"), printed.get(3));
    List<String> asked = lines(printed, 9);
    assertFalse(asked.get(0).equals(asked.get(1)), printed.get(9));
    assertEquals(asked.get(2), asked.get(3));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void stepNine_findsAnotherCondition(@TempDir Path directory) throws Exception {
    List<String> printed = printed(directory, rejected("Villkor"));

    assertTrue(lines(printed, 3).contains("OK"), printed.get(3));
    List<String> asked = lines(printed, 9);
    assertEquals(asked.get(0), asked.get(1));
    assertEquals("1.2.3.4.25", asked.get(2));
    assertEquals("1.2.3.4.5", asked.get(3));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void stepSeven_findsAnotherText_inTheEvidenceOfAnAlteredOne(@TempDir Path directory)
      throws Exception {
    Reply evidence = rejected("Text");

    List<String> printed = printed(directory, evidence);

    assertTrue(lines(printed, 3).contains("OK"), "signed it is: " + printed.get(3));
    assertEquals(1, lines(printed, 7).stream().filter("same"::equals).count(), printed.get(7));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void stepThree_refusesADocumentThatWasAlteredAfterwards(@TempDir Path directory)
      throws Exception {
    List<String> printed = printed(directory, rejected("Ändrad"));

    assertTrue(!lines(printed, 3).contains("OK"), printed.get(3));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void stepFour_refusesAChainToAnotherRoot(@TempDir Path directory) throws Exception {
    List<String> printed = printed(directory, rejected("Rot"));

    assertTrue(!lines(printed, 4).contains("1.pem: OK"), printed.get(4));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void stepFive_findsARevokedCertificate(@TempDir Path directory) throws Exception {
    List<String> printed = printed(directory, rejected("Revokerad"));

    assertTrue(printed.get(5).contains("1.pem: revoked"), printed.get(5));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void stepOne_computesNoIdentifier_whereThereIsNoRoot(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("evidence.json"), "{}");
    String step = steps(RepositoryFiles.text("docs/evidence.md")).get(1);

    String printed = run(directory, blocks(step).getLast());

    assertTrue(printed.contains("root.pem"), printed);
    assertFalse(Pattern.compile("[0-9a-f]{40}").matcher(printed).find(), printed);
  }

  private Reply rejected(String givenName) throws Exception {
    for (var role : runs.phone().roles()) {
      if (role.path("name").asText().startsWith(givenName + " ")) {
        String participant =
            api.register(DEMO, role.path("personal_number").asText()).participant();
        api.start(DEMO, participant).is(200);
        api.collectUntil(DEMO, participant, Reply::isEnd);
        return api.evidence(DEMO, participant).is(200);
      }
    }
    throw new AssertionError("no role " + givenName);
  }

  /** Returns what each step prints, at the step's number. */
  private List<String> printed(Path directory, Reply evidence) throws Exception {
    Files.writeString(directory.resolve("evidence.json"), evidence.body().toString());
    String page = RepositoryFiles.text("docs/evidence.md");
    String secrets =
        runs.phone().get("/sandbox/join").at("/settings/AWS_ENDPOINT_URL_SECRETS_MANAGER").asText();
    StringBuilder script = new StringBuilder();
    List<String> steps = steps(page);
    for (int step = 1; step < steps.size(); step++) {
      script.append("echo; echo '### ").append(step).append("'\n");
      script.append(commands(steps.get(step)).replace("http://127.0.0.1:8003", secrets));
    }
    return outputs(run(directory, script.toString()));
  }

  /** Returns the page's steps, at their numbers. */
  private static List<String> steps(String page) {
    List<String> steps = new ArrayList<>(List.of(""));
    Matcher headings = STEP.matcher(page);
    List<Integer> starts = new ArrayList<>();
    while (headings.find()) {
      starts.add(headings.start());
    }
    starts.add(page.indexOf("## When it does not verify"));
    for (int i = 0; i + 1 < starts.size(); i++) {
      steps.add(page.substring(starts.get(i), starts.get(i + 1)));
    }
    return steps;
  }

  private static String commands(String step) {
    return String.join("", blocks(step));
  }

  private static List<String> blocks(String text) {
    return COMMANDS.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static String run(Path directory, String script) throws Exception {
    Process bash =
        new ProcessBuilder("bash", "-c", script)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    bash.getOutputStream().close();
    String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(bash.waitFor(60, TimeUnit.SECONDS), "bash ended");
    return printed;
  }

  private static List<String> outputs(String printed) {
    return List.of(printed.split("\n?### \\d\n", -1));
  }

  private static List<String> lines(List<String> printed, int step) {
    return printed.get(step).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
