package com.enterprisesigning.simulator.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.enterprisesigning.simulator.Simulator;
import com.enterprisesigning.simulator.SimulatorSettings;
import com.enterprisesigning.simulator.certificate.Certificates;
import com.enterprisesigning.simulator.order.SecondOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands and programs of docs/simulator.md, run as written except for the port. */
class SimulatorDocumentTest {
  private static final long MINUTES_UNTIL_IT_HANGS = 2;

  @TempDir private Path directory;
  private Simulator simulator;

  @BeforeEach
  void start() throws IOException {
    // An earlier signing: the recipe must also work hours later.
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(-2));
    Certificates certificates =
        new CertificateFiles(directory.resolve("simulator-certificates"))
            .readOrCreate(clock.instant());
    simulator =
        Simulator.start(
            new SimulatorSettings(0, clock, Optional.of(certificates), SecondOrder.ENDS_BOTH));
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void curl_signs_andTheSignatureVerifies() throws Exception {
    assumeTools("bash", "curl", "openssl", "xmlsec1");

    String signed = run("bash", "-c", block("sh", "rp sign"));
    assertTrue(signed.contains("\"hintCode\":\"userSign\""), signed);
    assertTrue(signed.contains("\"status\":\"complete\""), signed);
    assertTrue(signed.contains("\"errorCode\":\"invalidParameters\""), signed);

    String verified = run("bash", "-c", block("bash", "xmlsec1"));
    for (String expected :
        List.of(
            "SignedInfo References (ok/all): 2/2",
            "1.pem: OK",
            "Response verify OK",
            "1.pem: good")) {
      assertTrue(verified.contains(expected), verified);
    }
    assertFalse(verified.contains("WARNING"), verified);
  }

  @Test
  void node_signs() throws Exception {
    assumeTools("node");
    assertSigned(run("node", program("simulator.mjs")));
  }

  @Test
  void python_signs() throws Exception {
    assumeTools("python3");
    assertSigned(run("python3", program("simulator.py")));
  }

  private static void assertSigned(String printed) {
    assertTrue(printed.contains("userSign"), printed);
    assertTrue(
        Pattern.compile("complete .*189007159909").matcher(onOneLine(printed)).find(), printed);
  }

  private static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static void assumeTools(String... tools) throws Exception {
    for (String tool : tools) {
      assumeTrue(
          new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0,
          "SKIPPED: the commands of docs/simulator.md were not tested, because this is missing: "
              + tool);
    }
  }

  /** Returns the block in that language that contains that text, changed to this test's port. */
  private String block(String language, String containing) throws IOException {
    Pattern blocks = Pattern.compile("(?s)```" + language + "\n(.*?)```");
    Stream<String> found =
        blocks
            .matcher(Files.readString(document("simulator.md")))
            .results()
            .map(block -> block.group(1))
            .filter(block -> block.contains(containing));
    return atThisPort(found.findFirst().orElseThrow());
  }

  /** Returns the name of a copy of that program, changed to this test's port. */
  private String program(String name) throws IOException {
    String text = Files.readString(document("examples/" + name));
    Files.writeString(directory.resolve(name), atThisPort(text));
    return name;
  }

  private String atThisPort(String text) {
    return text.replace("8443", String.valueOf(simulator.rpUrl().getPort()));
  }

  /** Returns a file of docs; tests run in the module's directory or in the repository's. */
  private static Path document(String name) {
    Path document = Path.of("docs", name);
    return Files.exists(document) ? document : Path.of("..").resolve(document);
  }

  private String run(String... command) throws Exception {
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(process.waitFor(MINUTES_UNTIL_IT_HANGS, TimeUnit.MINUTES), "the command hangs");
    } finally {
      process.destroyForcibly();
    }
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertEquals(0, process.exitValue(), printed);
    return printed;
  }
}
