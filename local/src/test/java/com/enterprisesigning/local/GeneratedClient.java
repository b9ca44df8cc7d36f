package com.enterprisesigning.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A client that openapi-generator makes from the contract, compiled as {@code
 * docs/integrate.md#a-generated-client} says.
 */
final class GeneratedClient {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path TOOLS = Path.of("target", "client-tools").toAbsolutePath();
  private static final Path GENERATOR = TOOLS.resolve("openapi-generator-cli.jar");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** Spares the optimizing compiler, because each of these processes ends after seconds. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  /** A language for which the generator makes a client, and the files of this repository for it. */
  enum Language {
    JAVA("java", "Sign.java", "ReadBack.java", "a JDK", "true"),
    TYPESCRIPT(
        "typescript-fetch",
        "sign.ts",
        "read-back.cjs",
        "Node 20 or later",
        "node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'"),
    PYTHON(
        "python",
        "sign.py",
        "read_back.py",
        "Python 3.10 or later with ensurepip (on Debian: python3-venv)",
        "python3 -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 10))'");

    private final String generator;
    private final String sign;
    private final String readBack;
    private final String tool;
    private final String hasTool;

    Language(String generator, String sign, String readBack, String tool, String hasTool) {
      this.generator = generator;
      this.sign = sign;
      this.readBack = readBack;
      this.tool = tool;
      this.hasTool = hasTool;
    }
  }

  /** How a program ended, and all that it printed. */
  record Ended(int status, String printed) {}

  private final Language language;
  private final Path directory;

  private GeneratedClient(Language language, Path directory) {
    this.language = language;
    this.directory = directory;
  }

  /** Generates and compiles a client in an empty directory, with the programs that use it. */
  static GeneratedClient of(Language language, Path directory) throws Exception {
    assumeTrue(
        Files.exists(GENERATOR),
        "SKIPPED: no client was generated, because only -Pthorough fetches the generator");
    GeneratedClient client = new GeneratedClient(language, directory);
    assumeTrue(
        client.run(List.of("sh", "-c", language.hasTool), Map.of()).status() == 0,
        "SKIPPED: the generated client for %s was not tested, because it needs %s"
            .formatted(language.generator, language.tool));
    Files.copy(
        ROOT.resolve("docs/examples/generated/" + language.sign), directory.resolve(language.sign));
    Files.copy(
        ROOT.resolve(
            "local/src/test/resources/com/enterprisesigning/local/clients/" + language.readBack),
        directory.resolve(language.readBack));
    client.generate();
    client.compile();
    return client;
  }

  private void generate() throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                SHORT_LIVED,
                "-jar",
                GENERATOR.toString(),
                "generate",
                "-g",
                language.generator));
    command.addAll(List.of("-i", ROOT.resolve("openapi.yaml").toString(), "-o", "client"));
    if (language == Language.JAVA) {
      command.add("--additional-properties");
      command.add("containerDefaultToNull=true,disallowAdditionalPropertiesIfNotPresent=false");
    }
    String printed = succeed(command);
    assertFalse(printed.contains("ERROR"), printed);
  }

  private void compile() throws Exception {
    switch (language) {
      case JAVA ->
          succeed(
              List.of(
                  ROOT.resolve("mvnw").toString(),
                  "-B",
                  "-ntp",
                  "-f",
                  "client/pom.xml",
                  "package",
                  "-Dmaven.test.skip",
                  "-Dmaven.javadoc.skip",
                  "-Dmaven.source.skip"));
      case TYPESCRIPT ->
          succeed(
              List.of(
                  "node",
                  TOOLS.resolve("typescript/tsc.js").toString(),
                  "--strict",
                  "--target",
                  "es2022",
                  "--lib",
                  "es2022,dom",
                  "--module",
                  "commonjs",
                  "--outDir",
                  "out",
                  language.sign));
      case PYTHON -> {
        succeed(List.of("python3", "-m", "venv", "venv"));
        succeed(
            List.of(
                "venv/bin/pip",
                "install",
                "--disable-pip-version-check",
                "-r",
                "client/requirements.txt",
                "-c",
                ROOT.resolve("build/client-constraints.txt").toString()));
      }
    }
  }

  /** Runs the program of the documents, with these variables. */
  Ended sign(Map<String, String> variables) throws Exception {
    return run(
        language == Language.TYPESCRIPT
            ? List.of("node", "out/sign.js")
            : interpreted(language.sign),
        variables);
  }

  /** Returns what a program has written. */
  String written(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }

  /** Returns these bodies as the client writes them after it has read them. */
  String readBack(String bodies) throws Exception {
    Files.writeString(directory.resolve("bodies.json"), bodies);
    succeed(interpreted(language.readBack));
    return written("read.json");
  }

  private List<String> interpreted(String program) {
    return switch (language) {
      case JAVA -> {
        String classPath =
            String.join(File.pathSeparator, "client/target/classes", "client/target/lib/*");
        yield List.of(JAVA, SHORT_LIVED, "-cp", classPath, program);
      }
      case TYPESCRIPT -> List.of("node", program);
      case PYTHON -> List.of("venv/bin/python", program);
    };
  }

  private String succeed(List<String> command) throws Exception {
    Ended ended = run(command, Map.of());
    assertEquals(0, ended.status(), () -> String.join(" ", command) + "\n" + ended.printed());
    return ended.printed();
  }

  private Ended run(List<String> command, Map<String, String> variables) throws Exception {
    Path printed = directory.resolve("printed.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", SHORT_LIVED);
    builder.environment().put("PYTHONPATH", "client");
    builder.environment().putAll(variables);
    Process process = builder.start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        throw new IOException(String.join(" ", command) + " did not end");
      }
      return new Ended(process.exitValue(), Files.readString(printed));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
