package com.enterprisesigning.local.blackbox;

import static com.enterprisesigning.local.blackbox.Caller.DEMO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.enterprisesigning.local.blackbox.EvidencePackageTest.Result;
import com.enterprisesigning.local.secrets.Secrets;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The follow-up has evidence stamped, and {@code verify.sh} verifies the time stamp with OpenSSL:
 * {@code docs/evidence.md#the-time-stamp}.
 */
@ExtendWith(SharedRuns.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeStampTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> TOOLS = List.of("bash", "openssl", "xmlsec1", "xmllint");

  private final Runs runs;
  private final RunProcess run;
  private final Api api;
  @TempDir private Path directory;

  /** This class has its own gateway, whose orders are followed up soon. */
  TimeStampTest(Runs runs) throws Exception {
    this.runs = runs;
    run = runs.join(Map.of("FOLLOW_UP_SECONDS", "2,4"));
    api = runs.api(run);
  }

  @AfterAll
  void stop() {
    run.close();
  }

  @BeforeEach
  void toolsAreThere() throws Exception {
    for (String tool : TOOLS) {
      boolean isThere = new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0;
      assumeTrue(
          isThere,
          "SKIPPED: the time stamp was not verified, because this is missing: "
              + tool
              + " (apt-get install openssl xmlsec1 libxml2-utils)");
    }
  }

  @Test
  void evidence_isStamped_andTheScriptVerifiesIt() throws Exception {
    Instant before = Instant.now();
    String participant = signed();

    JsonNode stamp = stamped(participant);

    Instant at = Instant.parse(stamp.path("at").asText());
    assertFalse(at.isBefore(before.minusSeconds(1)) || at.isAfter(Instant.now()), at.toString());
    assertEquals(
        "C=SE,O=Simulated Time AB,CN=Simulated Time Stamp Authority",
        stamp.path("authority").asText());
    Path unpacked = unpacked(participant);
    Result result =
        EvidencePackageTest.verify(unpacked, "--root", root(), "--tsa", timestampRoot());
    assertTrue(result.checks("ok").contains("TIME_STAMP"), result.printed());
    assertEquals(0, result.status(), result.printed());
    String report = Files.readString(unpacked.resolve("report.html"));
    assertTrue(report.contains("CN=Simulated Time Stamp Authority"), "the report names it");
  }

  @Test
  void timeStamp_isOnlyNoted_whenNoRootIsGiven() throws Exception {
    Result result = EvidencePackageTest.verify(stampedPackage(), "--root", root());

    assertEquals(List.of("RELYING_PARTY", "TIME_STAMP"), result.checks("note"), result.printed());
    assertEquals(0, result.status(), result.printed());
  }

  @Test
  void timeStamp_isRefused_underAnotherRoot() throws Exception {
    Result result = EvidencePackageTest.verify(stampedPackage(), "--root", root(), "--tsa", root());

    assertEquals(List.of("TIME_STAMP"), result.checks("FAILED"), result.printed());
    assertTrue(result.line("TIME_STAMP").contains("does not verify"), result.printed());
  }

  @Test
  void timeStampOfAnotherEvidence_isTold() throws Exception {
    Path unpacked = stampedPackage();
    Path other = stampedPackage();
    for (String name : List.of("stamp.tst", "stamped.txt")) {
      Files.copy(other.resolve(name), unpacked.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    EvidencePackageTest.sumAnew(unpacked);

    Result result =
        EvidencePackageTest.verify(unpacked, "--root", root(), "--tsa", timestampRoot());

    assertEquals(List.of("FILES", "TIME_STAMP"), result.checks("FAILED"), result.printed());
    assertTrue(result.line("TIME_STAMP").contains("of another evidence"), result.printed());
  }

  /** The list of fingerprints fits the changed text, and the time stamp does not. */
  @Test
  void timeStamp_isNotOfAnotherText() throws Exception {
    Path unpacked = stampedPackage();
    Path text = unpacked.resolve("user_visible_data.txt");
    Files.writeString(text, Files.readString(text) + " ");
    Path list = unpacked.resolve("stamped.txt");
    EvidencePackageTest.sumAnew(unpacked);
    List<String> sums = Files.readAllLines(unpacked.resolve("SHA256SUMS"));
    List<String> covered =
        Files.readAllLines(list).stream().map(line -> line.substring(66)).toList();
    Files.write(
        list,
        covered.stream()
            .map(name ->
                sums.stream().filter(sum -> sum.endsWith("  " + name)).findFirst().orElseThrow())
            .toList());
    EvidencePackageTest.sumAnew(unpacked);

    Result result =
        EvidencePackageTest.verify(unpacked, "--root", root(), "--tsa", timestampRoot());

    assertEquals(
        List.of("SIGNED_TEXT", "BINDING", "TIME_STAMP"), result.checks("FAILED"), result.printed());
    assertTrue(result.line("TIME_STAMP").contains("of another evidence"), result.printed());
  }

  @Test
  void timeStampThatWasTakenAway_isTold() throws Exception {
    Path unpacked = stampedPackage();
    Files.delete(unpacked.resolve("stamp.tst"));
    Files.delete(unpacked.resolve("stamped.txt"));
    EvidencePackageTest.sumAnew(unpacked);

    Result result = EvidencePackageTest.verify(unpacked, "--root", root());

    assertEquals(List.of("FILES"), result.checks("FAILED"), result.printed());
    assertTrue(result.line("FILES").contains("another time stamp"), result.printed());
  }

  @Test
  void timeStamp_isLoggedOnce_andCounted() throws Exception {
    LogLines log = new LogLines(runs.first(), runs.api(runs.first()));
    String participant = signed();
    stamped(participant);
    Waiting.until(() -> log.followed(participant).size() == 2);

    assertEquals(
        List.of("STAMPED"),
        log.audit(participant).stream()
            .filter(line -> line.path("audit").asText().equals("TIME_STAMP"))
            .map(line -> line.path("outcome").asText())
            .toList());
    assertTrue(log.counted("TimeStampsStored") > 0);
    assertEquals(0, log.counted("TimeStampsRefused"));
    // The second message reads SIGNING and the evidence, and finds the time stamp.
    assertEquals(2, log.followed(participant).getLast().path("table_calls").asInt());
  }

  private String signed() throws Exception {
    String participant = api.register(DEMO, runs.person()).participant();
    runs.phone().sign(runs.phone().open(api.start(DEMO, participant).is(200)));
    api.collectUntil(DEMO, participant, Reply::isEnd);
    return participant;
  }

  /** Waits for the time stamp of the evidence. A busy machine may answer 503 meanwhile. */
  private JsonNode stamped(String participant) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    Reply evidence = api.evidence(DEMO, participant);
    while (!evidence.body().has("time_stamp") && Instant.now().isBefore(deadline)) {
      Waiting.until(evidence.receivedAt().plusMillis(250));
      evidence = api.evidence(DEMO, participant);
    }
    assertTrue(evidence.body().has("time_stamp"), evidence.body().toString());
    return evidence.body().path("time_stamp");
  }

  private Path stampedPackage() throws Exception {
    String participant = signed();
    stamped(participant);
    return unpacked(participant);
  }

  private Path unpacked(String participant) throws Exception {
    return EvidencePackageTest.unpack(directory, api.evidencePackage(DEMO, participant).body());
  }

  private String root() throws Exception {
    return secret(Secrets.SIGNATURE_ROOT, "root.pem");
  }

  private String timestampRoot() throws Exception {
    return secret(Secrets.TIMESTAMP_ROOT, "tsa-root.pem");
  }

  private String secret(String name, String file) throws Exception {
    Path path = directory.resolve(file);
    Files.writeString(
        path, new RunSecrets(runs.phone().get("/sandbox/join").path("settings")).read(name));
    return path.toString();
  }
}
